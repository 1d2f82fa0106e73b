import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsUpTo } from '../../src/server/db/migrations/all.ts';
import { checkDurability } from '../../src/server/db/mysql/durability.ts';
import { migrateMysql } from '../../src/server/db/mysql/migrate.ts';
import { parseDatabaseUrl } from '../../src/server/db/mysql/database-url.ts';
import { MysqlHosts } from '../../src/server/db/mysql/hosts.ts';
import { openMysql } from '../../src/server/db/mysql/open.ts';
import { migrateSqlite } from '../../src/server/db/sqlite/migrate.ts';
import { openSqlite } from '../../src/server/db/sqlite/open.ts';
import { importSales, readSalesFile } from '../../src/server/imports/import-sales.ts';
import { databaseName } from '../../src/server/open-database.ts';
import { closeTill, createLog, openTill } from '../../src/server/open-till.ts';
import type { Place } from '../../src/server/open-till.ts';
import { readProgramFile } from '../../src/server/program-files.ts';
import type { Engine } from '../../src/server/test-database.ts';
import { Terminal } from '../killed/terminal.ts';
import { prepareData } from '../prepare-data.ts';
import type { Random } from '../random.ts';
import { startServer } from '../server-process.ts';
import { makePlace, makePlaceOn, readPlace } from '../trial-place.ts';
import type { TrialPlace } from '../trial-place.ts';
import { contentOf, copyRows, schemaOf } from './look.ts';
import { turnBack } from './turn-back.ts';

/** A restaurant as a version of the past left it; every `place` holds it anew. */
export type OldRestaurant = {
  readonly version: number;
  readonly content: Readonly<Record<string, string>>;
  /** On this server, where one is named. */
  place(url?: string): Promise<TrialPlace>;
  remove(): Promise<void>;
};

/** What is there before the first start. */
export function noRestaurant(engine: Engine): OldRestaurant {
  return { version: 0, content: {}, place: () => makePlace(engine), remove: async () => {} };
}

/** A restaurant with people, a menu, open and paid orders, and so many sales of the past. */
export async function makeOldRestaurant(
  engine: Engine,
  version: number,
  sales: number,
  random: Random,
): Promise<OldRestaurant> {
  const made = await makePlace('sqlite');
  const kept = await makePlace('sqlite');
  const old = join(kept.directory, databaseName);
  const schema = schemaOf(version);
  await fill(made, sales, random);
  copyFileSync(join(made.directory, 'secrets.json'), join(kept.directory, 'secrets.json'));
  migrateSqlite(old, Date.now(), () => {}, migrationsUpTo(version));
  await copyInto(made, openSqlite(old));
  const content = await readPlace(kept, (tx) => contentOf(tx, schema));
  await made.remove();
  const free: TrialPlace[] = [];
  return {
    version,
    content,
    async place(url) {
      const place = (url === undefined ? free.pop() : undefined) ?? (await lay(url));
      if (url !== undefined || place.databaseUrl === undefined) return place;
      const remove = async (): Promise<void> => {
        if (await turnBack(place, version, content)) free.push(place);
        else await place.remove();
      };
      return { ...place, remove };
    },
    async remove() {
      for (const place of [...free, kept]) await place.remove();
    },
  };

  async function lay(url: string | undefined): Promise<TrialPlace> {
    const place = await (url === undefined ? makePlace(engine) : makePlaceOn(url));
    copyFileSync(join(kept.directory, 'secrets.json'), join(place.directory, 'secrets.json'));
    if (place.databaseUrl === undefined) {
      copyFileSync(old, join(place.directory, databaseName));
    } else {
      await migrateServer(place.databaseUrl, version);
      await copyInto(kept, await openMysql(place.databaseUrl, { site: 'main' }));
    }
    return place;
  }

  async function copyInto(from: Place, to: Awaited<ReturnType<typeof openMysql>>): Promise<void> {
    await readPlace(from, (tx) => copyRows(tx, to, schema)).finally(() => to.close());
  }
}

/** As the program of that version does at its start. */
export async function migrateServer(url: string, version: number): Promise<void> {
  const connection = await new MysqlHosts(parseDatabaseUrl(url)).connect({ patient: true });
  try {
    const flavor = await checkDurability(connection);
    await migrateMysql(connection, flavor, Date.now(), async () => {}, migrationsUpTo(version));
  } finally {
    await connection.close();
  }
}

async function fill(place: Place, sales: number, random: Random): Promise<void> {
  const data = await prepareData(place, 2);
  const server = await startServer(place);
  const terminals = [0, 1].map((i) => new Terminal(data, i, random.fork(`terminal ${i}`)));
  await Promise.all(terminals.map((each) => each.work(server.port, () => each.sheets.length > 10)));
  await server.stop();
  const deps = await openTill(place, createLog('silent'));
  try {
    const text = readProgramFile('fixtures/pizzeria/sales-2015.csv').toString();
    const file = readSalesFile(
      Buffer.from(
        text
          .split('\n')
          .slice(0, sales + 1)
          .join('\n'),
      ),
    );
    await deps.database.write((tx) =>
      importSales(deps, tx, file, {
        at: deps.now(),
        by: null,
        skipBadRows: false,
        pricesIncludeTax: true,
      }),
    );
  } finally {
    await closeTill(deps);
  }
}
