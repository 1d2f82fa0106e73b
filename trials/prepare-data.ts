import { randomBytes } from 'node:crypto';
import { startSession } from '../src/server/access/session.ts';
import { buildApp } from '../src/server/http/build-app.ts';
import { newId } from '../src/server/new-id.ts';
import { closeTill, createLog, openTill } from '../src/server/open-till.ts';
import type { Place } from '../src/server/open-till.ts';
import { trattoria } from '../src/server/test-till.ts';
import { layOut } from './restaurant.ts';
import type { Dish } from './restaurant.ts';

/** A data directory ready for a server of its own, with sessions that outlive it. */
export type PreparedData = {
  readonly ownerId: string;
  readonly dishes: readonly Dish[];
  readonly tables: readonly string[];
  /** One session's token for each terminal. */
  readonly tokens: readonly string[];
};

/** Sets up a restaurant at an empty place, as the first start does. */
export async function prepareData(place: Place, terminals: number): Promise<PreparedData> {
  const deps = await openTill(place, createLog('silent'));
  const app = await buildApp(deps);
  try {
    const headers = { host: '127.0.0.1:4747' };
    const made = await app.inject({
      method: 'POST',
      url: '/api/setup',
      headers: { ...headers },
      payload: trattoria,
    });
    const { staffId: ownerId } = made.json<{ staffId: string }>();
    const person = await deps.database.read((tx) =>
      tx.first(tx.sql.selectFrom('staff').select('alias')),
    );
    const owner = { staffId: ownerId, alias: person?.alias ?? '' };
    const tokens: string[] = [];
    for (let i = 0; i < terminals; i += 1) {
      tokens.push(
        await deps.database.write((tx) => startSession(deps, tx, owner, `terminal-${i}`)),
      );
    }
    const cookie = `armorpos_session=${tokens[0]}`;
    const menu = await app.inject({ url: '/api/menu', headers: { ...headers, cookie } });
    const { taxes } = menu.json<{ taxes: { taxId: string }[] }>();
    const laid = await layOut(
      async (path, payload) => {
        const key = newId(Date.now(), randomBytes);
        const answer = await app.inject({
          method: 'PUT',
          url: `/api${path}`,
          headers: { ...headers, cookie, 'idempotency-key': key },
          payload,
        });
        if (answer.statusCode !== 200) throw new Error(answer.payload);
      },
      taxes.slice(0, 1).map((tax) => tax.taxId),
      8,
    );
    return { ownerId, tokens, ...laid };
  } finally {
    await app.close();
    await closeTill(deps);
  }
}
