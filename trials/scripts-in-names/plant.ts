import { expectOk, openTestTill } from '../../src/server/test-till.ts';
import type { TestTill } from '../../src/server/test-till.ts';
import { leafThroughEditor, leafThroughPeople, leafThroughTiles } from './leaf-through.ts';
import type { LeafThrough } from './leaf-through.ts';

/** A screen's address, some of what must be read on it, and what else it shows when it is touched. */
export type PlantedScreen = {
  readonly path: string;
  readonly words: readonly string[];
  readonly leafThrough?: LeafThrough;
};

/** A restaurant in which every name is a script, and what stands on which of its screens. */
export type Planted = {
  readonly till: TestTill;
  readonly fields: number;
  readonly openOrderId: string;
  readonly paidOrderId: string;
  readonly screens: readonly PlantedScreen[];
  readonly lockScreen: readonly string[];
};

/** Fills every field that takes words. The strings come shortest first. */
export async function plant(strings: readonly string[]): Promise<Planted> {
  let used = 0;
  let fields = 0;
  /** The next string that fits; nothing is cut short. */
  const next = (most: number): string => {
    fields += 1;
    const fitting = strings.filter((each) => each.length <= most);
    used += 1;
    return fitting[used % fitting.length] ?? '';
  };
  // No two names are alike where the till wants them different.
  const once = new Map<string, Set<string>>();
  const unique = (kind: string, most: number): string => {
    const taken = once.get(kind) ?? new Set();
    once.set(kind, taken);
    for (;;) {
      const made = next(most);
      // Wide letters are letters: the till takes such names for the same.
      const folded = made.normalize('NFKD').toLowerCase();
      if (taken.has(folded)) continue;
      taken.add(folded);
      return made;
    }
  };
  const site = { name: next(80), address: `${next(100)}\n${next(100)}` };
  const taxes = [
    { name: unique('tax', 60), ratePpm: 190_000 },
    { name: unique('tax', 60), ratePpm: 70_000 },
  ];
  const till = await openTestTill({ site: { ...site, taxes } });
  const owner = till.as('owner');
  const put = async (path: string, body: object): Promise<void> =>
    void expectOk(await owner.put(path, body));
  const post = async (path: string, body: object): Promise<void> =>
    void expectOk(await owner.post(path, body));

  const menu = expectOk(await owner.get('/menu')).json<{ taxes: { taxId: string }[] }>();
  const taxIds = menu.taxes.map((tax) => tax.taxId);
  const categories: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    const name = unique('category', 120);
    categories.push(name);
    await put(`/menu/categories/c${i}`, { name, emoji: next(16), hue: i * 80, position: i });
  }
  // Every string is the name of an item.
  for (const [i, name] of strings.entries()) {
    await put(`/menu/items/i${i}`, {
      categoryId: `c${i % 4}`,
      name,
      description: next(1_000),
      emoji: '',
      pictureId: null,
      sku: next(64),
      barcode: next(64),
      taxIds,
      position: i,
      portions: [
        { portionId: 'p0', name: unique(`portion ${i}`, 60), price: 900 + i },
        ...(i % 2 ? [{ portionId: 'p1', name: unique(`portion ${i}`, 60), price: 1_900 + i }] : []),
      ],
    });
  }
  const tender = unique('tender', 40);
  await put('/tenders/wallet', { name: tender, kind: 'wallet', active: true, position: 5 });
  // Two of them: one alone needs no name on the screen.
  const areas = [unique('area', 60), unique('area', 60)];
  await put('/floor/areas/room', { name: areas[0], position: 0 });
  await put('/floor/areas/terrace', { name: areas[1], position: 1 });
  const tables = [unique('table', 20), unique('table', 20)];
  for (const [i, name] of tables.entries()) {
    const place = { x: 10 + 30 * i, y: 10, width: 12, height: 12 };
    await put(`/floor/tables/t${i}`, { areaId: 'room', name, seats: 4, shape: 'round', ...place });
  }
  const role = unique('role', 60);
  await put('/roles/odd', { name: role, permissions: ['orders.take'] });
  const person = unique('person', 60);
  await put('/staff/odd', { name: person, roleId: 'odd', active: true, pin: '246802' });

  const [openOrderId, paidOrderId] = [till.newKey(), till.newKey()];
  const notes = [next(140), next(140)];
  for (const [i, orderId] of [openOrderId, paidOrderId].entries()) {
    await post('/orders', { orderId, dining: 'here', tableId: `t${i}`, covers: 2 });
    for (const item of [0, 8, 40]) {
      const lineId = till.newKey();
      const line = { lineId, itemId: `i${item}`, portionId: 'p0', quantity: 2, note: notes[i] };
      await post(`/orders/${orderId}/lines`, line);
      if (item !== 40) continue;
      await post(`/orders/${orderId}/send`, {});
      const voided = { quantity: 1, reason: next(200), splitLineId: till.newKey() };
      await post(`/orders/${orderId}/lines/${lineId}/void`, voided);
    }
  }
  const { balance } = (await owner.get(`/orders/${paidOrderId}`)).json<{ balance: number }>();
  const pay = { paymentId: till.newKey(), tenderId: 'wallet', tendered: balance, tip: 0 };
  await post(`/orders/${paidOrderId}/payments`, pay);
  const gone = till.newKey();
  await post('/orders', { orderId: gone, dining: 'to_go', tableId: null, covers: 1 });
  await post(`/orders/${gone}/cancel`, { reason: next(200) });

  const [first = '', eighth = '', fortieth = ''] = [strings[0], strings[8], strings[40]];
  const note = notes[0] ?? '';
  const range = '?from=2026-03-01&to=2026-03-31';
  return {
    till,
    fields,
    openOrderId,
    paidOrderId,
    lockScreen: [person],
    screens: [
      { path: '/floor', words: [...areas, ...tables] },
      {
        path: `/orders/${openOrderId}`,
        words: [first, eighth, fortieth, note, ...categories],
        leafThrough: leafThroughTiles,
      },
      { path: `/orders/${openOrderId}/pay`, words: [tender] },
      { path: '/receipts', words: [tables[1] ?? ''] },
      { path: `/receipts/${paidOrderId}`, words: [site.name, first, eighth, tender] },
      { path: '/owner', words: [tender] },
      { path: `/owner/reports${range}`, words: [first, tender, tables[1] ?? ''] },
      {
        path: '/owner/menu',
        words: [categories[0] ?? '', first],
        leafThrough: leafThroughEditor,
      },
      { path: '/owner/floor', words: tables },
      { path: '/owner/people', words: [person, role], leafThrough: leafThroughPeople },
      { path: '/owner/settings', words: [tender, site.name] },
      { path: '/owner/journal', words: [person, tender] },
      { path: '/pin', words: ['Change my PIN'] },
    ],
  };
}
