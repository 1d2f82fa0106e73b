import { startSession } from '../src/server/access/session.ts';
import type { Engine } from '../src/server/test-database.ts';
import { expectOk, openTestTill } from '../src/server/test-till.ts';
import type { Browser, TestTill } from '../src/server/test-till.ts';

export type Dish = { readonly itemId: string; readonly portionId: string; readonly price: number };

/** A till for trials: a short menu and a few tables, so that every command has something to work on. */
export type Restaurant = {
  readonly till: TestTill;
  readonly dishes: readonly Dish[];
  readonly tables: readonly string[];
  /** A browser at which this person is signed in, without the wait that a PIN costs. */
  session(staffId: string): Promise<Browser>;
};

const prices = [850, 1250, 1490, 390, 275];

type Put = (path: string, body: object) => Promise<unknown>;

/** Lays out a short menu and some tables through the API; answers what can be sold. */
export async function layOut(
  put: Put,
  taxIds: readonly string[],
  tableCount: number,
): Promise<{ dishes: Dish[]; tables: string[] }> {
  await put('/menu/categories/pizza', { name: 'Pizza', emoji: '', hue: 20, position: 0 });
  const dishes: Dish[] = [];
  for (const [position, price] of prices.entries()) {
    const itemId = `dish-${position}`;
    await put(`/menu/items/${itemId}`, {
      categoryId: 'pizza',
      name: `Dish ${position}`,
      description: '',
      emoji: '',
      pictureId: null,
      sku: '',
      barcode: '',
      taxIds,
      position,
      portions: [{ portionId: 'whole', name: '', price }],
    });
    dishes.push({ itemId, portionId: 'whole', price });
  }
  await put('/floor/areas/room', { name: 'Room', position: 0 });
  const tables: string[] = [];
  for (let i = 0; i < tableCount; i += 1) {
    const place = { x: 10, y: 10, width: 8, height: 8 };
    const table = { areaId: 'room', name: `T${i}`, seats: 4, shape: 'round', ...place };
    await put(`/floor/tables/table-${i}`, table);
    tables.push(`table-${i}`);
  }
  return { dishes, tables };
}

export async function openRestaurant(
  engine: Engine = 'sqlite',
  tableCount = 4,
): Promise<Restaurant> {
  const till = await openTestTill({ engine });
  const owner = till.as('owner');
  const menu = expectOk(await owner.get('/menu')).json<{ taxes: { taxId: string }[] }>();
  const taxIds = menu.taxes.slice(0, 1).map((tax) => tax.taxId);
  const put: Put = async (path, body) => expectOk(await owner.put(path, body));
  const { dishes, tables } = await layOut(put, taxIds, tableCount);
  return { till, dishes, tables, session: (staffId) => openSession(till, staffId) };
}

async function openSession(till: TestTill, staffId: string): Promise<Browser> {
  const browser = till.browser();
  browser.cookies.set('armorpos_session', await makeToken(till, staffId));
  return browser;
}

/** A session's token, as signing in makes it. */
export function makeToken(till: TestTill, staffId: string): Promise<string> {
  return till.deps.database.write(async (tx) => {
    const person = await tx.first(
      tx.sql.selectFrom('staff').select('alias').where('staff_id', '=', staffId),
    );
    const alias = person?.alias ?? '';
    return startSession(till.deps, tx, { staffId, alias }, 'trial-terminal');
  });
}
