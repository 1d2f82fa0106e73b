import { createConnection } from 'mysql2/promise';
import { timed } from './timings.ts';
import type { Timings } from './timings.ts';

/** What the server and its disk alone cost: one row of as many bytes in a commit of its own, asked once over the network. */
export async function bareMariaDbCommits(
  url: string,
  bytes: number,
  count: number,
): Promise<Timings> {
  const connection = await createConnection(url);
  try {
    await connection.query(
      'create table bare_rows (id bigint not null primary key, content mediumtext not null) engine = InnoDB',
    );
    const content = 'x'.repeat(bytes);
    return await timed(count, (i) =>
      connection.execute('insert into bare_rows values (?, ?)', [i, content]),
    );
  } finally {
    await connection.query('drop table if exists bare_rows');
    await connection.end();
  }
}
