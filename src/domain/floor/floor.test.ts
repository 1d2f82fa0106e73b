import { expect, it } from 'vitest';
import { after, orderOf, pay, preBilled, withItem, item } from '../../../test/domain/play-order.ts';
import { tableStatus } from './floor.ts';

it('O7: a table is what its open order makes it: available, occupied, billing, and free once paid', () => {
  const seated = orderOf([1250]);
  const billed = preBilled(seated);
  const oneMore = withItem(billed, 'espresso', item(250));
  const paid = after(oneMore, pay(oneMore, 'cash', 1500));
  expect([undefined, seated, billed, oneMore, paid].map(tableStatus)).toEqual([
    'available',
    'occupied',
    'billing',
    'occupied',
    'available',
  ]);
});
