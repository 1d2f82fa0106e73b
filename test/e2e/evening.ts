import type { Page } from 'playwright-core';
import type { Floor } from '../../src/contract/floor.ts';
import type { Menu } from '../../src/contract/menu.ts';
import type { OrderState } from '../../src/contract/orders.ts';
import { askOk, freshId } from './api.ts';

/** Orders of the demo restaurant, one for each state that a screen shows. */
export type Evening = {
  /** At table 5: a sent round, a voided line and something new. */
  readonly seated: string;
  /** At table 2: asked for the bill, a part of it paid in cash. */
  readonly billing: string;
  /** To go, not yet paid. */
  readonly toGo: string;
  readonly paid: string;
};

type Wish = readonly [item: string, portion: string, quantity?: number];

/** Lays out a busy evening through the API, by whoever is signed in on this page. */
export async function layOutEvening(page: Page): Promise<Evening> {
  const house = await atTheDesk(page);
  const paid = await house.open('1', 2, [
    ['Hawaiian', 'Medium'],
    ['Greek', 'Large'],
    ['Draft beer', 'Pint', 2],
  ]);
  await house.pay(paid, 'cash', 'all');
  await house.pay(await house.open(null, 0, [['Pepperoni', 'Large']]), 'card', 'all');
  await house.pay(await house.open('4', 5, [['Five Cheese', 'Large', 4]]), 'card', 'all');

  const seated = await house.open('5', 4, [
    ['Four Cheese', 'Large', 2],
    ['Spinach Pesto', 'Medium'],
    ['Italian Supreme', 'Large'],
    ['House red', 'Bottle'],
  ]);
  await house.send(seated);
  await house.void(seated, 'Italian Supreme', 'Guest changed their mind');
  await house.order(seated, [
    ['Napolitana', 'Small'],
    ['Lemonade', '', 3],
  ]);

  const billing = await house.open('2', 3, [
    ['Big Meat', 'Small'],
    ['Mexicana', 'Large', 2],
  ]);
  await house.send(billing);
  await house.askForBill(billing);
  await house.pay(billing, 'cash', 2000);

  await house.send(await house.open('7', 2, [['California Chicken', 'Medium', 2]]));
  await house.send(await house.open('9', 6, [['Barbecue Chicken', 'Large', 3]]));
  const toGo = await house.open(null, 0, [
    ['Pepper Salami', 'Large'],
    ['Classic Deluxe', 'Medium'],
  ]);
  return { seated, billing, toGo, paid };
}

/** The verbs of an order, by the names that people use. */
async function atTheDesk(page: Page) {
  const menu = await askOk<Menu>(page, 'GET', '/menu');
  const floor = await askOk<Floor>(page, 'GET', '/floor');
  const command = (orderId: string, verb: string, body: unknown) =>
    askOk<OrderState>(page, 'POST', `/orders/${orderId}/${verb}`, body);
  const order = async (orderId: string, wishes: readonly Wish[]): Promise<void> => {
    for (const [name, portion, quantity = 1] of wishes) {
      const ids = find(menu, name, portion);
      await command(orderId, 'lines', { lineId: freshId(), ...ids, quantity, note: '' });
    }
  };
  return {
    order,
    open: async (table: string | null, covers: number, wishes: readonly Wish[]) => {
      const orderId = freshId();
      const tableId = floor.tables.find(({ name }) => name === table)?.tableId ?? null;
      const dining = table === null ? 'to_go' : 'here';
      await askOk(page, 'POST', '/orders', { orderId, dining, tableId, covers });
      await order(orderId, wishes);
      return orderId;
    },
    send: (orderId: string) => command(orderId, 'send', {}),
    askForBill: (orderId: string) => command(orderId, 'pre-bill', {}),
    void: async (orderId: string, item: string, reason: string) => {
      const { order } = await askOk<OrderState>(page, 'GET', `/orders/${orderId}`);
      const line = order.lines.find(({ name }) => name === item);
      if (!line) throw new Error(`${item} is not on the order`);
      const { lineId, quantity } = line;
      await command(orderId, `lines/${lineId}/void`, { quantity, reason, splitLineId: freshId() });
    },
    pay: async (orderId: string, tenderId: 'cash' | 'card', amount: number | 'all') => {
      const { balance } = await askOk<OrderState>(page, 'GET', `/orders/${orderId}`);
      const tendered = amount === 'all' ? balance : amount;
      await command(orderId, 'payments', { paymentId: freshId(), tenderId, tendered, tip: 0 });
    },
  };
}

function find(menu: Menu, name: string, portionName: string) {
  const item = menu.items.find((each) => each.name === name);
  const portion = item?.portions.find((each) => each.name === portionName);
  if (!item || !portion) throw new Error(`the menu has no ${portionName} ${name}`);
  return { itemId: item.itemId, portionId: portion.portionId };
}
