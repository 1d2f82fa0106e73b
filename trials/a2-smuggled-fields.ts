import { routes } from '../src/contract/routes.ts';
import { expectOk } from '../src/server/test-till.ts';
import type { Browser } from '../src/server/test-till.ts';
import { codeOf } from './contract/ask-route.ts';
import { fingerprint } from './contract/fingerprint.ts';
import { jsonSchemaOf, validInput } from './contract/valid-input.ts';
import type { JsonSchema } from './contract/valid-input.ts';
import { openRestaurant } from './restaurant.ts';
import type { Restaurant } from './restaurant.ts';
import { Tally } from './tally.ts';
import type { Run, Trial } from './trial.ts';

type Body = Readonly<Record<string, unknown>>;
type Live = { readonly name: string; readonly path: string; readonly body: Body };

/** What a client might want to decide itself, and must not (M11, N3, U2). */
const smuggled: Body = {
  price: 1,
  unitPrice: 1,
  unit_price: 1,
  total: 1,
  tax: 0,
  taxes: [],
  taxMode: 'exclusive',
  ratePpm: 0,
  discount: 900,
  discounts: 900,
  net: 1,
  gross: 1,
  applied: 1,
  change: 100_000,
  rounding: -100,
  balance: 0,
  paid: 1_000_000,
  status: 'paid',
  receiptNumber: 1,
  number: 1,
  at: 0,
  openedAt: 0,
  settledAt: 0,
  businessDate: '1999-12-31',
  by: { staffId: 'owner', alias: '' },
  staffId: 'owner',
  roleId: 'owner',
  permissions: ['staff.edit'],
  approvedBy: 'owner',
  seq: 1,
  hash: '0',
  __proto__x: 1,
};

/** Smuggles into every body of the contract and into live orders; `strip` is the control's honest client. */
function smuggle(strip: boolean): Run {
  return async (_size, _random, log) => {
    const tally = new Tally(log);
    const restaurant = await openRestaurant();
    const { till } = restaurant;
    const owner = till.as('owner');
    let sent = 0;
    try {
      const live = await liveCommands(restaurant);
      const before = await fingerprint(till.deps);
      const send = async (
        method: string,
        path: string,
        body: Body,
        what: string,
      ): Promise<void> => {
        const answer = await ask(owner, method, path, body);
        sent += 1;
        const isRefused = answer.statusCode >= 400 && answer.statusCode < 500;
        tally.check(isRefused, () => `${what}: ${answer.statusCode} ${answer.payload}`);
      };
      for (const { name, path, body } of live) {
        for (const [field, value] of Object.entries(smuggled)) {
          const spoiled = strip ? body : { ...body, [field]: value };
          await send('POST', path, spoiled, `${name} with ${field}`);
          if (strip) break;
        }
      }
      if (!strip) {
        for (const { what, path, body } of lies(live)) await send('POST', path, body, what);
        sent += await smuggleEverywhere(tally, owner);
      }
      tally.same('everything sold and set', await fingerprint(till.deps), before);
      if (!strip) await sellHonestly(tally, restaurant, live);
      return tally.outcome({ 'bodies refused': sent, fields: Object.keys(smuggled).length });
    } finally {
      await till.close();
    }
  };
}

function ask(
  owner: Browser,
  method: string,
  path: string,
  body: Body,
): ReturnType<Browser['post']> {
  return method === 'PUT' ? owner.put(path, body) : owner.post(path, body);
}

/** Commands that would go through as they are, each on something that is there. */
async function liveCommands({ till, dishes, tables }: Restaurant): Promise<Live[]> {
  const owner = till.as('owner');
  const [orderId, lineId] = [till.newKey(), till.newKey()];
  const { itemId, portionId } = dishes[1]!;
  const table = { tableId: tables[0], dining: 'here', covers: 2 };
  const line = { itemId, portionId, quantity: 2, note: '' };
  expectOk(await owner.post('/orders', { orderId, ...table }));
  expectOk(await owner.post(`/orders/${orderId}/lines`, { ...line, lineId }));
  const order = `/orders/${orderId}`;
  const splitLineId = till.newKey();
  const pay = { paymentId: till.newKey(), tenderId: 'cash', tendered: 10_000, tip: 0 };
  return [
    {
      name: 'openOrder',
      path: '/orders',
      body: { ...table, tableId: null, orderId: till.newKey() },
    },
    { name: 'addLine', path: `${order}/lines`, body: { ...line, lineId: till.newKey() } },
    { name: 'changeQuantity', path: `${order}/lines/${lineId}/quantity`, body: { by: 1 } },
    { name: 'changeNote', path: `${order}/lines/${lineId}/note`, body: { note: 'crisp' } },
    { name: 'changeCovers', path: `${order}/covers`, body: { covers: 3 } },
    { name: 'sendToKitchen', path: `${order}/send`, body: {} },
    { name: 'issuePreBill', path: `${order}/pre-bill`, body: {} },
    {
      name: 'voidLine',
      path: `${order}/lines/${lineId}/void`,
      body: { quantity: 1, reason: 'Wrong', splitLineId },
    },
    { name: 'takePayment', path: `${order}/payments`, body: pay },
    { name: 'countCopy', path: `${order}/receipt/copies`, body: {} },
  ];
}

/** Fields that the contract has, with values that the till must not take. */
function lies(live: readonly Live[]): { what: string; path: string; body: Body }[] {
  const wrong: Readonly<Record<string, readonly Body[]>> = {
    addLine: [
      { expectedUnitPrice: 1 },
      { quantity: -1 },
      { quantity: 0 },
      { quantity: 0.5 },
      { quantity: '2' },
      { quantity: 1e9 },
      { portionId: 'half' },
      { itemId: 'nothing' },
    ],
    changeQuantity: [{ by: 0.5 }, { by: -9_999 }, { by: 1e21 }, { by: null }],
    takePayment: [
      { expectedTotal: 1 },
      { tendered: -1 },
      { tendered: 0 },
      { tendered: 0.01 },
      { tendered: 9e15 },
      { tip: -1 },
      { tip: 10_001 },
      { tenderId: 'card' },
      { tenderId: 'nothing' },
    ],
    openOrder: [{ covers: -1 }, { dining: 'free' }, { orderId: 'mine' }],
  };
  return live.flatMap(({ name, path, body }) =>
    (wrong[name] ?? []).map((lie) => ({
      what: `${name} with ${JSON.stringify(lie)}`,
      path,
      body: { ...body, ...lie },
    })),
  );
}

/** Every JSON body of the contract, with a field too many at each level of it: malformed, every one. */
async function smuggleEverywhere(tally: Tally, owner: Browser): Promise<number> {
  let sent = 0;
  for (const route of routes) {
    const schema = jsonSchemaOf(route.body);
    if (route.method === 'GET' || route.method === 'DELETE' || !schema || route.bodyTypes) continue;
    const { params, body } = validInput(route);
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => String(params[name]));
    for (const [field, value] of Object.entries(smuggled)) {
      for (const spoiled of withExtra(schema, body, field, value)) {
        const answer = await ask(owner, route.method, path, spoiled as Body);
        sent += 1;
        tally.check(
          codeOf(answer) === 'malformed',
          () => `${route.name} with ${field}: ${answer.statusCode} ${answer.payload}`,
        );
      }
    }
  }
  return sent;
}

/** The body with a field that its schema does not have, at the top and in each object below. */
function* withExtra(
  schema: JsonSchema,
  body: unknown,
  field: string,
  value: unknown,
): Generator<unknown> {
  if (schema.type === 'array' && schema.items?.type === 'object' && Array.isArray(body)) {
    for (const each of withExtra(schema.items, body[0] ?? {}, field, value)) yield [each];
  }
  if (schema.type !== 'object') return;
  const object = (body ?? {}) as Body;
  if (!(field in (schema.properties ?? {}))) yield { ...object, [field]: value };
  for (const [name, below] of Object.entries(schema.properties ?? {})) {
    for (const each of withExtra(below, object[name], field, value))
      yield { ...object, [name]: each };
  }
}

/** The same commands without anything smuggled go through, and the bill is the till's own. */
async function sellHonestly(
  tally: Tally,
  { till }: Restaurant,
  live: readonly Live[],
): Promise<void> {
  let state: { bill: { total: number } } | undefined;
  for (const { name, path, body } of live) {
    const answer = await till.as('owner').post(path, body);
    tally.check(answer.statusCode === 200, () => `honest ${name}: ${answer.payload}`);
    if (name === 'takePayment') state = answer.json();
  }
  // 2, then 2 and 1 more of 12.50, of which 1 voided.
  tally.same('the honest total', state?.bill.total, 4 * 1250);
}

export const trial: Trial = {
  id: 'A2',
  title: 'Price, total, tax, discount, user, time and status smuggled into bodies',
  run: smuggle(false),
  // Nothing smuggled: the till takes it, and the trial must see that something changed.
  control: smuggle(true),
};
