import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import { followEvents } from '../../contract/journal.ts';
import type { StreamEvent } from '../../contract/journal.ts';
import { loadWho } from '../access/session.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { tokenOf } from './cookies.ts';
import { securityHeaders } from './security-headers.ts';

const heartbeatMs = 15_000;
/** A screen that slept longer than this many events fetches everything anew. */
const mostCaughtUp = 5_000;
/** After these, somebody's right to listen may have ended. */
const endingTypes = new Set(['signed_out', 'staff_saved', 'role_saved', 'pin_changed']);

/**
 * Server-sent events: each commit's facts, ids being journal sequences, so that a screen resumes where
 * it stopped (S1). A stream ends with its session.
 */
export function registerEvents(app: FastifyInstance, deps: Deps): void {
  const open = new Set<ServerResponse>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
  app.get(`/api${followEvents.path}`, async (request, reply) => {
    const token = tokenOf(request);
    await deps.database.read((tx) => loadWho(deps, tx, token));
    const query = followEvents.query?.safeParse(request.query);
    if (query && !query.success) throw new Refused('malformed');
    const resumed = Number(request.headers['last-event-id'] ?? query?.data.after ?? Number.NaN);
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    open.add(stream);
    follow(deps, stream, token, resumed, () => open.delete(stream));
  });
}

function follow(
  deps: Deps,
  stream: ServerResponse,
  token: string | undefined,
  resumed: number,
  closed: () => void,
): void {
  let sent = Number.isSafeInteger(resumed) ? resumed : undefined;
  const held: StreamEvent[] = [];
  let catchingUp = true;
  const send = (event: StreamEvent): void => {
    if (sent !== undefined && event.seq <= sent) return;
    sent = event.seq;
    stream.write(`id: ${event.seq}\nevent: journal\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const stop = deps.announcer.follow((event) => {
    if (catchingUp) held.push(event);
    else send(event);
    if (endingTypes.has(event.type)) void endUnlessSignedIn();
  });
  const heartbeat = setInterval(() => {
    stream.write(': here\n\n');
    void endUnlessSignedIn();
  }, heartbeatMs);
  async function endUnlessSignedIn(): Promise<void> {
    try {
      await deps.database.read((tx) => loadWho(deps, tx, token));
    } catch (error) {
      if (!(error instanceof Refused)) deps.log.error({ err: error }, 'event stream');
      stream.end();
    }
  }
  stream.on('close', () => {
    clearInterval(heartbeat);
    stop();
    closed();
  });
  async function start(): Promise<void> {
    try {
      const { head, missed, tooMany } = await catchUp(deps, sent);
      const hello = JSON.stringify({ seq: head, tooMany });
      stream.write(`retry: 1000\nid: ${head}\nevent: hello\ndata: ${hello}\n\n`);
      for (const event of missed) send(event);
      sent = Math.max(sent ?? 0, head);
      catchingUp = false;
      for (const event of held) send(event);
    } catch (error) {
      deps.log.error({ err: error }, 'event stream');
      stream.end();
    }
  }
  void start();
}

async function catchUp(
  deps: Deps,
  after: number | undefined,
): Promise<{ head: number; missed: StreamEvent[]; tooMany: boolean }> {
  return deps.database.read(async (tx) => {
    const last = await tx.first(
      tx.sql.selectFrom('journal_heads').select('seq').where('site', '=', deps.site),
    );
    const head = last?.seq ?? 0;
    if (after === undefined) return { head, missed: [], tooMany: false };
    // A head behind the screen's: the database was restored from a backup.
    if (head < after || head - after > mostCaughtUp) return { head, missed: [], tooMany: true };
    const rows = await tx.all(
      tx.sql
        .selectFrom('journal')
        .select(['seq', 'type', 'order_id'])
        .where('site', '=', deps.site)
        .where('seq', '>', after)
        .where('type', '!=', 'sale_imported')
        .orderBy('seq'),
    );
    return {
      head,
      missed: rows.map((row) => ({ seq: row.seq, type: row.type, orderId: row.order_id })),
      tooMany: false,
    };
  });
}
