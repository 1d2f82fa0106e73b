import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusals } from '../../domain/refusal.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { AmountTooLarge } from '../../domain/money.ts';
import type { Problem } from '../../contract/problem.ts';
import { ConnectionLost, SqlFailure, StorageFailed } from '../db/failures.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { NotPermitted, recordAccessRefused } from './run-command.ts';

/** Answers every refusal and fault in one form; a fault's words tell nothing of the inside (A14). */
export async function answerProblem(
  deps: Deps,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const refused = toRefused(error);
  const { status, title } = refusals[refused.code];
  const reference = request.id;
  if (status >= 500) {
    const sql = error instanceof SqlFailure ? error.sql : undefined;
    deps.log.error({ err: error, sql, reference, route: request.routeOptions.url }, refused.code);
  } else {
    deps.log.info({ code: refused.code, reference, route: request.routeOptions.url }, 'refused');
  }
  if (refused instanceof NotPermitted) {
    await recordAccessRefused(deps, refused, `${request.method} ${request.routeOptions.url ?? ''}`);
  }
  const problem: Problem = {
    code: refused.code,
    status,
    title,
    reference,
    ...(refused.facts ? { facts: { ...refused.facts } } : {}),
    ...(refused.fields ? { fields: [...refused.fields] } : {}),
  };
  await reply.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

const fastifyCodes: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type',
};

function toRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof AmountTooLarge) return new Refused('amount_too_large');
  if (error instanceof ConnectionLost) return new Refused('database_unreachable');
  if (error instanceof StorageFailed) return new Refused('storage_failed');
  if (error instanceof SqlFailure && error.busy) return new Refused('busy');
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = code === undefined ? undefined : fastifyCodes[code];
  if (known) return new Refused(known);
  // Fastify's own refusals of a request that is no proper HTTP or JSON.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refused('malformed');
  return new Refused('fault');
}
