import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Reading } from '../src/server/db/engine.ts';
import { openMysql } from '../src/server/db/mysql/open.ts';
import { sqliteBuilder, sqliteReading } from '../src/server/db/sqlite/open.ts';
import { SqliteFile } from '../src/server/db/sqlite/connection.ts';
import { databaseName } from '../src/server/open-database.ts';
import type { Place } from '../src/server/open-till.ts';
import type { Engine } from '../src/server/test-database.ts';
import { trialMariaDb } from './trial-mariadb.ts';

/** Where a restaurant of a trial lies. */
export type TrialPlace = Place & { remove(): Promise<void> };

/** An empty place on this engine. */
export async function makePlace(engine: Engine): Promise<TrialPlace> {
  if (engine === 'sqlite') return placeIn(makeDirectory());
  const { url } = await trialMariaDb();
  return makePlaceOn(url);
}

/** An empty database on a server, or on a cluster: `url` names no database yet. */
export async function makePlaceOn(url: string): Promise<TrialPlace> {
  const name = `armorpos_trial_${randomBytes(6).toString('hex')}`;
  await askServer(url, `create database ${name}`);
  const directory = makeDirectory();
  return {
    directory,
    databaseUrl: `${url}/${name}`,
    async remove() {
      rmSync(directory, { recursive: true, force: true });
      await askServer(url, `drop database ${name}`);
    },
  };
}

/** A place for a second server on the same restaurant: the same database and keys, a directory of its own. */
export function placeBeside({ directory, databaseUrl }: Place, url = databaseUrl): TrialPlace {
  const own = makeDirectory();
  copyFileSync(join(directory, 'secrets.json'), join(own, 'secrets.json'));
  return placeIn(own, url);
}

/** Reads what lies there, and changes nothing. */
export async function readPlace<T>(
  { directory, databaseUrl }: Place,
  work: (tx: Reading) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== undefined) {
    const database = await openMysql(databaseUrl, { site: 'main' });
    return database.read(work).finally(() => database.close());
  }
  const file = new SqliteFile(join(directory, databaseName), { readOnly: true });
  try {
    file.run('begin');
    return await work(sqliteReading(file, sqliteBuilder()));
  } finally {
    file.close();
  }
}

function placeIn(directory: string, databaseUrl?: string): TrialPlace {
  return {
    directory,
    databaseUrl,
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

function makeDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'armorpos-trial-'));
}

/** Of several hosts, the first does it: the others follow. */
async function askServer(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url.replace(/,[^/]*/, ''));
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
