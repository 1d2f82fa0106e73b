import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readMysqlTables } from '../../scripts/schema/read-mysql.ts';
import { parseDatabaseUrl } from '../../src/server/db/mysql/database-url.ts';
import { MysqlHosts } from '../../src/server/db/mysql/hosts.ts';
import type { Place } from '../../src/server/open-till.ts';
import { readPlace } from '../trial-place.ts';
import { contentOf, otherThan, schemaOf } from './look.ts';

/**
 * Takes from a server's database what later versions added: that is ten times quicker than making thirty
 * tables for each kill. Says whether it is again what it was; where it is not, it has to be made anew.
 */
export async function turnBack(
  { directory, databaseUrl = '' }: Place,
  version: number,
  content: Readonly<Record<string, string>>,
): Promise<boolean> {
  const connection = await new MysqlHosts(parseDatabaseUrl(databaseUrl)).connect();
  try {
    await connection.run('set session foreign_key_checks = 0');
    const wanted = new Map(schemaOf(version).map((table) => [table.name, table]));
    for (const { name, columns, indexes } of await readMysqlTables(connection)) {
      if (name === 'migration_steps') continue;
      const old = wanted.get(name);
      if (!old) {
        await connection.exec(`drop table ${name}`);
        continue;
      }
      for (const index of indexes) {
        if (old.indexes.some((each) => each.name === index.name)) continue;
        await connection.exec(`drop index ${index.name} on ${name}`);
      }
      for (const column of columns) {
        if (old.columns.some((each) => each.name === column.name)) continue;
        await connection.exec(`alter table ${name} drop column ${column.name}`);
      }
    }
    await connection.run('delete from migration_steps');
    await connection.run('delete from migrations where number > ?', [version]);
    const tables = await readMysqlTables(connection);
    const own = tables.filter(({ name }) => name !== 'migration_steps');
    if (otherThan(version, own).length > 0) return false;
  } finally {
    await connection.close();
  }
  rmSync(join(directory, 'backups'), { recursive: true, force: true });
  const found = await readPlace({ directory, databaseUrl }, (tx) =>
    contentOf(tx, schemaOf(version)),
  );
  return JSON.stringify(found) === JSON.stringify(content);
}
