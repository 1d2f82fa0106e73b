import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Tx } from '../db/engine.ts';
import { keptTables, projectedTables } from '../db/schema.ts';
import { compareTables } from '../journal/compare-tables.ts';
import { openFile } from '../open-database.ts';
import { makeTestDatabase } from '../test-database.ts';
import type { TestDatabase } from '../test-database.ts';
import { openTestTill } from '../test-till.ts';
import type { TestTill } from '../test-till.ts';
import { moveRestaurant, refuseMoved } from './move-restaurant.ts';
import type { Moving } from './move-restaurant.ts';

/** On the run for SQLite, from file to file; on the other, from a file to a server and back. */
describe('moving a restaurant', () => {
  let till: TestTill;
  let place: TestDatabase;
  let to: Database;
  const now = () => Date.parse('2026-03-14T02:00:00Z');

  beforeEach(async () => {
    till = await openTestTill({ engine: 'sqlite' });
    await till.hire('maya', 'cashier', '2468');
    await till.as('owner').post('/sales/import', salesFile, { headers: csv });
    await till
      .as('owner')
      .post('/pictures', onePixel, { headers: { 'content-type': 'image/png' } });
    place = await makeTestDatabase(now());
    to = await place.open();
  });
  afterEach(async () => {
    await till.close();
    await to.close();
    await place.remove();
  });

  const moving = (changes: Partial<Moving> = {}): Moving => ({
    from: till.deps.database,
    to,
    site: 'main',
    now,
    destination: 'mysql://armorpos@db/armorpos',
    say: () => {},
    ...changes,
  });
  const differences = () =>
    till.deps.database.read((old) =>
      to.read((copy) => compareTables(copy, old, { ...projectedTables, ...keptTables })),
    );

  test('every table is there, row for row, and only then the old one is left', async () => {
    const moved = await moveRestaurant(moving());
    expect(moved).toMatchObject({ whole: true, entries: await till.seq() });
    expect(await differences()).toEqual([]);
    await expect(till.deps.database.read(refuseMoved)).rejects.toThrow(
      /moved to mysql:\/\/armorpos@db\/armorpos on 2026-03-14/,
    );
    await to.read(refuseMoved);
  });

  test('and back again, into a new file', async () => {
    await moveRestaurant(moving());
    const directory = mkdtempSync(join(tmpdir(), 'armorpos-move-'));
    const back = openFile(join(directory, 'armorpos.db'), now());
    try {
      await moveRestaurant(moving({ from: to, to: back }));
      await expect(to.read(refuseMoved)).rejects.toThrow(/moved to/);
      const left = await till.deps.database.read((old) =>
        back.read((copy) => compareTables(copy, old, { ...projectedTables, ...keptTables })),
      );
      expect(left).toEqual([]);
    } finally {
      await back.close();
      rmSync(directory, { recursive: true });
    }
  });

  test('D2: cut off at any write it is finished by doing it again, and nobody sells on a half', async () => {
    for (let cut = 1; ; cut += 1) {
      const writes = { left: cut };
      const done = await moveRestaurant(
        moving({ to: failingAfter(to, writes), from: failingAfter(till.deps.database, writes) }),
      ).catch((error: unknown) => {
        expect(String(error)).toContain('cut off');
        return undefined;
      });
      if (done) break;
      const served = await Promise.allSettled([
        till.deps.database.read(refuseMoved),
        to.read(refuseMoved),
      ]);
      // Before the first write the empty one refuses nothing: there is no site to serve.
      if (cut > 1)
        expect(served.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
      expect(cut).toBeLessThan(100);
    }
    expect(await differences()).toEqual([]);
  });

  test('a database that holds a restaurant is refused, and so is the half of another one', async () => {
    await to.write((tx) =>
      tx.insertRows('moves', ['id', 'state', 'place', 'at'], [[1, 'arriving', 'f'.repeat(64), 0]]),
    );
    await expect(moveRestaurant(moving())).rejects.toThrow(/holds a restaurant already/);
    await till.deps.database.read(refuseMoved);
  });

  test('J4: a restaurant that is not whole is not moved', async () => {
    await till.deps.database.write((tx) =>
      tx.run(tx.sql.updateTable('day_totals').set({ total: 1 })),
    );
    await expect(moveRestaurant(moving())).rejects.toThrow(/here is not whole: day_totals/);
    expect(await to.read((tx) => tx.all(tx.sql.selectFrom('journal').select('seq')))).toEqual([]);
  });

  test('J4: a copy that was changed meanwhile is found out, and the old one is not left', async () => {
    const meddled = new Proxy(to, {
      get: (target, name: keyof Database) =>
        name === 'write'
          ? async (work: (tx: Tx) => Promise<unknown>) => {
              const value = await target.write(work);
              await target.write((tx) =>
                tx.run(tx.sql.updateTable('staff_pins').set({ rounds: 1 })),
              );
              return value;
            }
          : target[name],
    });
    await expect(moveRestaurant(moving({ to: meddled }))).rejects.toThrow(/staff_pins/);
    await till.deps.database.read(refuseMoved);
  });
});

/** A database whose power is cut when so many writes have gone through. */
function failingAfter(database: Database, writes: { left: number }): Database {
  return {
    file: database.file,
    read: (work) => database.read(work),
    close: () => database.close(),
    write: (work) => {
      writes.left -= 1;
      if (writes.left < 0) return Promise.reject(new Error('cut off'));
      return database.write(work);
    },
  };
}

const csv = { 'content-type': 'text/csv' };
const salesFile = [
  'order,date,time,item,category,quantity,unit_price,cashier',
  '1,2026-03-01,12:00:00,Pizza Ünï ☕,Pizza,2,9.50,Ana',
  '1,2026-03-01,12:00:00,Tea ,Drinks,1,2.50,Ana',
  '2,2026-03-02,20:15:00,Pizza,Pizza,1,8.00,Ben',
].join('\n');
const onePixel: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
