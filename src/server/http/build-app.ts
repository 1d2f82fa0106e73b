import cookie from '@fastify/cookie';
import fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { handlers } from '../handlers.ts';
import { answerProblem } from './answer-problem.ts';
import { registerDocument } from './api-document.ts';
import { registerEvents } from './events.ts';
import { isOwnRequest } from './foreign-requests.ts';
import { registerPages } from './pages.ts';
import { registerRoute } from './register-routes.ts';
import { securityHeaders } from './security-headers.ts';

/** The whole till behind one server, with all of the world coming in through `deps`. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 20_000,
    maxRequestsPerSocket: 0,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 128 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  // Before anything else looks at a request (A6).
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(securityHeaders);
    if (!isOwnRequest(request.method, request.headers)) throw new Refused('foreign_request');
  });
  app.setErrorHandler((error, request, reply) => answerProblem(deps, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerProblem(deps, new Refused('not_found'), request, reply),
  );
  // Fastify reads text/plain by itself, which a form of another site may send without asking (A6).
  app.removeContentTypeParser('text/plain');
  const bodyTypes = new Set(routes.flatMap((route) => route.bodyTypes ?? []));
  app.addContentTypeParser([...bodyTypes], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  await app.register(cookie);
  for (const handler of handlers) registerRoute(app, deps, handler);
  registerEvents(app, deps);
  registerDocument(app, deps);
  registerPages(app, deps);
  return app;
}
