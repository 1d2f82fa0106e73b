import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ProgramFolder } from '../program-files.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * One route for each file, so that no address can reach anything else. `isNamedByContent` says which names
 * change with their content: a browser keeps those for ever, and asks about all others each time.
 */
export function serveFolder(
  app: FastifyInstance,
  prefix: string,
  folder: ProgramFolder,
  isNamedByContent: (name: string) => boolean = () => false,
): void {
  for (const name of folder.names) {
    const type = types[extname(name)] ?? 'application/octet-stream';
    app.get(`${prefix}/${name}`, async (request, reply) => {
      const content = folder.read(name);
      void reply.type(type);
      if (isNamedByContent(name)) {
        return reply.header('cache-control', 'public, max-age=31536000, immutable').send(content);
      }
      const tag = `"${createHash('sha256').update(content).digest('base64url')}"`;
      void reply.header('cache-control', 'no-cache').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.send(content);
    });
  }
}
