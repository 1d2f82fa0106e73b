import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkDurability, setDurability } from '../src/server/db/sqlite/durability.ts';
import { SqliteFile } from '../src/server/db/sqlite/connection.ts';
import { timed } from './timings.ts';
import type { Timings } from './timings.ts';

/** What the disk alone costs: one row of as many bytes in a commit of its own, as durable as the till's (WAL, FULL). */
export async function bareCommits(
  directory: string,
  bytes: number,
  count: number,
): Promise<Timings> {
  const path = join(directory, 'bare.db');
  const file = new SqliteFile(path);
  try {
    setDurability(file);
    checkDurability(file);
    file.exec('create table rows (id integer not null primary key, content text not null) strict');
    const content = 'x'.repeat(bytes);
    return await timed(count, (i) => {
      file.run('begin immediate');
      file.run('insert into rows values (?, ?)', [i, content]);
      file.run('commit');
    });
  } finally {
    // The loop stood still: connections that the till closed meanwhile are seen now.
    await sleep(50);
    file.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}
