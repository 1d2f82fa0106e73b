import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrateSqlite } from './migrate.ts';
import { openSqlite } from './open.ts';

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
  'work asked for %i turns after another commit is done, and not forgotten',
  async (turns) => {
    const directory = mkdtempSync(join(tmpdir(), 'armorpos-test-'));
    const path = join(directory, 'till.db');
    migrateSqlite(path, 0);
    const database = openSqlite(path);
    const remember = (alias: string): Promise<number> =>
      database.write((tx) =>
        tx.run(tx.sql.insertInto('aliases').values({ alias, name: 'somebody' })),
      );
    await remember('first');
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    expect(await remember('second')).toBe(1);
    await database.close();
    rmSync(directory, { recursive: true });
  },
  2_000,
);
