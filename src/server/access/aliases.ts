import type { Deps } from '../deps.ts';
import type { Reading, Tx } from '../db/engine.ts';
import { prepared } from '../db/prepared.ts';
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

const nameByAlias = prepared<{ alias: string }, { name: string }>((sql, arg) =>
  sql.selectFrom('aliases').select('name').where('alias', '=', arg('alias')),
);

/** The names behind these pseudonyms; one that was erased is left out. */
export async function namesOf(
  tx: Reading,
  aliases: readonly string[],
): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const alias of new Set(aliases)) {
    if (alias === '') continue;
    const row = await tx.first(nameByAlias(tx.sql, { alias }));
    if (row) names[alias] = row.name;
  }
  return names;
}
