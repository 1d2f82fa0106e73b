import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTestDatabase } from '../../test-database.ts';
import type { TestDatabase } from '../../test-database.ts';
import type { Database, Tx } from '../engine.ts';
import { ConnectionLost, SqlFailure } from '../failures.ts';
import { openMysql } from './open.ts';

let place: TestDatabase;
let database: Database;
const opened: Database[] = [];

beforeEach(async () => {
  place = await makeTestDatabase(0, 'mysql');
  database = await place.open();
  opened.push(database);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await place.remove();
});

async function another(url = place.url ?? ''): Promise<Database> {
  const other = await openMysql(url, { site: 'main' });
  opened.push(other);
  return other;
}

const startHead = (tx: Tx): Promise<void> =>
  tx.insertRows('journal_heads', ['site', 'seq', 'hash', 'at'], [['main', 0, '-', 0]]);

/** Reads and then moves the head, with time in between for others to come. */
async function takeTurn(tx: Tx): Promise<number> {
  const head = await tx.first(tx.sql.selectFrom('journal_heads').select('seq'));
  const seq = (head?.seq ?? 0) + 1;
  await new Promise((resolve) => setImmediate(resolve));
  await tx.run(tx.sql.updateTable('journal_heads').set({ seq }));
  return seq;
}

describe('writing', () => {
  test('J1: several servers take turns at the head, without a gap or a fork', async () => {
    await database.write(startHead);
    const servers = [database, await another(), await another()];
    const taken = await Promise.all(
      Array.from({ length: 120 }, (_, i) => servers[i % 3]?.write(takeTurn)),
    );
    expect(taken.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 120 }, (_, i) => i + 1),
    );
  });

  test('a refused work leaves nothing behind, and those that share its commit are kept', async () => {
    const add = (name: string) => (tx: Tx) =>
      tx.addTo('counters', { site: 'main', name }, { value: 1 });
    const results = await Promise.allSettled([
      database.write(add('first')),
      database.write(add('before')),
      database.write(async (tx) => {
        await add('refused')(tx);
        throw new Error('no');
      }),
      database.write(add('after')),
      database.write(add('after')),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const rows = await database.read((tx) =>
      tx.all(tx.sql.selectFrom('counters').select(['name', 'value']).orderBy('name')),
    );
    expect(rows).toEqual([
      { name: 'after', value: 2 },
      { name: 'before', value: 1 },
      { name: 'first', value: 1 },
    ]);
  });

  test('what another server did first is found by whoever comes second, not overwritten', async () => {
    const other = await another();
    // Neither has a head yet, so both may begin at once; one finds the other's row.
    const setUp = (tx: Tx) => startHead(tx).then(() => 'made it');
    const made = await Promise.allSettled([database.write(setUp), other.write(setUp)]);
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const heads = await database.read((tx) =>
      tx.all(tx.sql.selectFrom('journal_heads').selectAll()),
    );
    expect(heads).toHaveLength(1);
  });

  test('a text that is too long is an error and never cut short', async () => {
    const long = { site: 'main', name: 'x'.repeat(65) };
    await expect(database.write((tx) => tx.addTo('counters', long, { value: 1 }))).rejects.toThrow(
      /too long/i,
    );
  });

  test('J1: the journal refuses to be changed or deleted', async () => {
    await database.write((tx) =>
      tx.insertRows(
        'journal',
        ['site', 'seq', 'at', 'type', 'order_id', 'content', 'hash'],
        [['main', 1, 0, 'x', null, '{}', '-']],
      ),
    );
    const change = (tx: Tx) => tx.run(tx.sql.updateTable('journal').set({ content: '' }));
    await expect(database.write(change)).rejects.toThrow(/append-only/);
    await expect(database.write((tx) => tx.run(tx.sql.deleteFrom('journal')))).rejects.toThrow(
      /append-only/,
    );
  });

  test('names that differ in case, accent or a trailing space are different names', async () => {
    const names = ['pizza', 'Pizza', 'pízza', 'pizza ', '🍕', '🍔'];
    await database.write(async (tx) => {
      for (const table_name of names) {
        const day = { site: 'main', business_date: '2026-01-01', table_name };
        await tx.addTo('day_tables', day, { orders: 1, total: 5 });
      }
    });
    const rows = await database.read((tx) =>
      tx.all(tx.sql.selectFrom('day_tables').select('table_name').orderBy('table_name')),
    );
    // In the order of their bytes, as SQLite has it.
    expect(rows.map((row) => row.table_name)).toEqual(
      names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
  });
});

describe('reading', () => {
  test('one moment is read, whatever is written meanwhile', async () => {
    await database.write(startHead);
    await database.read(async (tx) => {
      const head = () => tx.first(tx.sql.selectFrom('journal_heads').select('seq'));
      expect(await head()).toEqual({ seq: 0 });
      await database.write(takeTurn);
      expect(await head()).toEqual({ seq: 0 });
    });
  });

  test('more reads at once than there are connections wait for their turn', async () => {
    const reads = Array.from({ length: 20 }, (_, i) =>
      database.read(async (tx) => {
        await tx.all(tx.sql.selectFrom('counters').selectAll());
        return i;
      }),
    );
    expect(await Promise.all(reads)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('whoever stops in the middle of rows does no harm to the next reader', async () => {
    await database.write((tx) =>
      tx.insertRows(
        'aliases',
        ['alias', 'name'],
        Array.from({ length: 3000 }, (_, i) => [`alias-${i}`, `Name ${i}`]),
      ),
    );
    for (let round = 0; round < 6; round += 1) {
      const stop = database.read(async (tx) => {
        for await (const row of tx.each(tx.sql.selectFrom('aliases').selectAll())) return row.alias;
        return undefined;
      });
      // The rest of the rows goes with the connection; that read is over either way.
      await stop.catch((error: unknown) => expect(error).toBeInstanceOf(SqlFailure));
      const all = await database.read((tx) => tx.all(tx.sql.selectFrom('aliases').select('alias')));
      expect(all).toHaveLength(3000);
    }
  });
});

describe('a server that goes away', () => {
  let proxy: Server;
  const sockets = new Set<Socket>();
  let isUp = true;

  beforeEach(async () => {
    isUp = true;
    const target = new URL(place.url ?? '');
    proxy = createServer((socket) => {
      if (!isUp) return void socket.destroy();
      const through = connect(Number(target.port), target.hostname);
      for (const each of [socket, through]) {
        sockets.add(each);
        each.on('error', () => {});
        each.on('close', () => {
          socket.destroy();
          through.destroy();
        });
      }
      socket.pipe(through).pipe(socket);
      return undefined;
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    cut();
    proxy.close();
  });

  function cut(): void {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  }
  /** The same database, by way of the proxy first and directly second. */
  function throughProxy(): string {
    const { port } = proxy.address() as AddressInfo;
    const direct = new URL(place.url ?? '');
    return (place.url ?? '').replace(direct.host, `127.0.0.1:${port},${direct.host}`);
  }

  test('S2: what it was doing is done once on the next host, and reading goes on there', async () => {
    const through = await another(throughProxy());
    await through.write(startHead);
    isUp = false;
    let tries = 0;
    const seq = await through.write(async (tx) => {
      tries += 1;
      if (tries === 1) cut();
      return takeTurn(tx);
    });
    expect({ seq, tries }).toEqual({ seq: 1, tries: 2 });
    cut();
    const heads = await through.read((tx) =>
      tx.all(tx.sql.selectFrom('journal_heads').select('seq')),
    );
    expect(heads).toEqual([{ seq: 1 }]);
  });

  test('an address where nothing answers says so at once', async () => {
    isUp = false;
    const { port } = proxy.address() as AddressInfo;
    const nowhere = (place.url ?? '').replace(new URL(place.url ?? '').host, `127.0.0.1:${port}`);
    await expect(openMysql(nowhere, { site: 'main' })).rejects.toBeInstanceOf(ConnectionLost);
  });
});
