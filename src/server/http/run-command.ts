import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Permission } from '../../domain/permission.ts';
import type { Access } from '../../contract/route.ts';
import { loadWho, may, noteUse, plain } from '../access/session.ts';
import type { Who } from '../access/session.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { record } from '../journal/record.ts';
import { Refused } from '../refused.ts';
import type { Secrets } from '../secrets.ts';
import type { Handler, Input } from './handler.ts';

type CommandHandler = Extract<Handler, { kind: 'command' }>;

const seenCommand = prepared<{ key: string }, { body_mac: string; answer: string }>((sql, arg) =>
  sql.selectFrom('commands').select(['body_mac', 'answer']).where('command_key', '=', arg('key')),
);
const rememberCommand = prepared<{ key: string; mac: string; answer: string; at: number }, unknown>(
  (sql, arg) =>
    sql.insertInto('commands').values({
      command_key: arg('key'),
      body_mac: arg('mac'),
      answer: arg('answer'),
      at: arg('at'),
    }),
);

/**
 * Runs a command once for its key and stores its answer with it, in one transaction (O2). The same key
 * and body again gives the same answer; the key is looked up before anything that a first success could
 * have changed. Answers JSON text.
 */
export async function runCommand(
  deps: Deps,
  handler: CommandHandler,
  input: Input<never, never, never>,
  token: string | undefined,
  key: string,
): Promise<string> {
  const ready = handler.prepare ? await prepareCommand(deps, handler, input, token) : undefined;
  const { who, answer } = await deps.database.write(async (tx) => {
    const who = await loadWho(deps, tx, token);
    const mac = requestMac(deps, handler, input, who);
    const seen = await tx.first(seenCommand(tx.sql, { key }));
    if (seen) {
      if (seen.body_mac !== mac) throw new Refused('key_reused');
      return { who, answer: seen.answer };
    }
    demand(who, handler.route.access);
    const at = deps.now();
    const value = await handler.run({ deps, tx, who, at }, input, ready as never);
    const answer = JSON.stringify(value);
    await tx.run(rememberCommand(tx.sql, { key, mac, answer, at }));
    return { who, answer };
  });
  noteUse(deps, who);
  return answer;
}

/** Slow work is done only for those who may ask for it. */
async function prepareCommand(
  deps: Deps,
  handler: CommandHandler,
  input: Input<never, never, never>,
  token: string | undefined,
): Promise<unknown> {
  const who = await deps.database.read((tx) => loadWho(deps, tx, token));
  demand(who, handler.route.access);
  return handler.prepare?.(deps, input, who);
}

/** A keyed digest, since a body may hold a PIN that a plain one would give away. */
function requestMac(
  deps: Deps,
  handler: CommandHandler,
  input: Input<never, never, never>,
  who: Who,
): string {
  const mac = createHmac('sha256', commandKeyOf(deps.secrets));
  const body: unknown = input.body;
  const asked = canonicalJson({ params: input.params ?? null, query: input.query ?? null });
  const start = `${handler.route.name}\n${who.staffId}\n${asked}`;
  if (Buffer.isBuffer(body)) mac.update(start).update(body);
  else mac.update(start + canonicalJson(body ?? null));
  return mac.digest('hex');
}

// Made once: making a key of its text takes longer than the digest itself.
const commandKeys = new WeakMap<Secrets, KeyObject>();

function commandKeyOf(secrets: Secrets): KeyObject {
  const made = commandKeys.get(secrets) ?? createSecretKey(secrets.commandKey, 'utf8');
  commandKeys.set(secrets, made);
  return made;
}

/** A person without the permission, with the route they wanted: journaled by whoever answers it (J2). */
export class NotPermitted extends Refused {
  readonly who: Who;
  readonly permission: Permission;
  constructor(who: Who, permission: Permission) {
    super('permission_missing', { permission });
    this.who = who;
    this.permission = permission;
  }
}

/** Refuses unless this person may now. Refusal: permission_missing. */
export function demand(who: Who, access: Access): void {
  if (access === 'anyone' || access === 'signed_in') return;
  if (!may(who, access)) throw new NotPermitted(who, access);
}

/** Journals that somebody was refused (J2). */
export async function recordAccessRefused(
  deps: Deps,
  refused: NotPermitted,
  route: string,
): Promise<void> {
  await deps.database.write((tx) =>
    record(deps, tx, [
      {
        type: 'access_refused',
        at: deps.now(),
        by: plain(refused.who),
        permission: refused.permission,
        route,
      },
    ]),
  );
}
