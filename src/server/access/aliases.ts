import type { Deps } from '../deps.ts';
import type { Reading, Tx } from '../db/engine.ts';
import { aliasOf } from '../secrets.ts';

/** Remembers a person's name outside the journal and answers the pseudonym that stands inside (J1). */
export async function rememberName(
  deps: Pick<Deps, 'secrets'>,
  tx: Tx,
  name: string,
): Promise<string> {
  const alias = aliasOf(deps.secrets, name);
  const known = await tx.first(
    tx.sql.selectFrom('aliases').select('alias').where('alias', '=', alias),
  );
  if (!known) await tx.run(tx.sql.insertInto('aliases').values({ alias, name }));
  return alias;
}

/** The names behind these pseudonyms; one that was erased is left out. */
export async function namesOf(
  tx: Reading,
  aliases: readonly string[],
): Promise<Record<string, string>> {
  const wanted = [...new Set(aliases)].filter((alias) => alias !== '');
  if (wanted.length === 0) return {};
  const rows = await tx.all(tx.sql.selectFrom('aliases').selectAll().where('alias', 'in', wanted));
  return Object.fromEntries(rows.map((row) => [row.alias, row.name]));
}
