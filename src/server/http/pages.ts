import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { answerProblem } from './answer-problem.ts';
import { serveFolder } from './serve-folder.ts';

/** The built screens. Every address that is neither a file nor the API is the application's own. */
export function registerPages(app: FastifyInstance, deps: Deps): void {
  const { pages } = deps;
  if (pages === null) return;
  // Vite puts a hash of the content into the names below assets/.
  serveFolder(app, '', pages, (name) => name.startsWith('assets/'));
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '')) {
      return answerProblem(deps, new Refused('not_found'), request, reply);
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(pages.read('index.html'));
  });
}
