import { createHash } from 'node:crypto';
import { projectedTables } from '../../src/server/db/schema.ts';
import type { ProjectedTable } from '../../src/server/db/schema.ts';
import type { Deps } from '../../src/server/deps.ts';

/** One short word for all that was sold and set: every projected table and the journal's head. */
export async function fingerprint({ database }: Pick<Deps, 'database'>): Promise<string> {
  return database.read(async (tx) => {
    const hash = createHash('sha256');
    for (const table of Object.keys(projectedTables) as ProjectedTable[]) {
      const rows = await tx.all(tx.sql.selectFrom(table).selectAll());
      hash.update(
        `${table} ${rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n')}\n`,
      );
    }
    const head = await tx.all(tx.sql.selectFrom('journal_heads').selectAll());
    return hash.update(JSON.stringify(head)).digest('hex').slice(0, 16);
  });
}
