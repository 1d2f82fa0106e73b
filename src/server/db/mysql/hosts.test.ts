import { expect, test } from 'vitest';
import { startOwnMariaDb } from '../../../../scripts/mariadb.ts';
import { ConnectionLost } from '../failures.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { MysqlHosts } from './hosts.ts';

test('a member that may only be read is passed over, also when the other becomes one', async () => {
  const [left, right] = await Promise.all([startOwnMariaDb(), startOwnMariaDb()]);
  const both = `${left.url},${new URL(right.url).host}/information_schema`;
  const hosts = new MysqlHosts(parseDatabaseUrl(both));
  const connectedTo = async (): Promise<unknown> => {
    const connection = await hosts.connect();
    const [row] = await connection.all('select @@port as port');
    await connection.close();
    return String((row as { port: number }).port);
  };
  try {
    await left.askAsRoot('set global read_only = on');
    expect(await connectedTo()).toBe(new URL(right.url).port);
    await left.askAsRoot('set global read_only = off');
    await right.askAsRoot('set global read_only = on');
    expect(await connectedTo()).toBe(new URL(left.url).port);
    await left.askAsRoot('set global read_only = on');
    await expect(connectedTo()).rejects.toThrow(ConnectionLost);
  } finally {
    await Promise.all([left.stop(), right.stop()]);
  }
});
