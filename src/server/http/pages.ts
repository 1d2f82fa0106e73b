import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { answerProblem } from './answer-problem.ts';

/** The built screens. Every address that is neither a file nor the API is the application's own. */
export async function registerPages(app: FastifyInstance, deps: Deps): Promise<void> {
  if (deps.pages === null || !existsSync(join(deps.pages, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: deps.pages,
    index: false,
    wildcard: false,
    preCompressed: false,
    setHeaders(reply, path) {
      // Vite puts a hash of the content into the names below assets/.
      const isNamedByContent = path.includes(`${join('/', 'assets')}`);
      reply.header(
        'cache-control',
        isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '')) {
      return answerProblem(deps, new Refused('not_found'), request, reply);
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
