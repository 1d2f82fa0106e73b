import { computeBill } from '../../src/domain/bill/bill.ts';
import type { Bill, BillLineInput, BillRules, LineTax } from '../../src/domain/bill/bill.ts';
import { add, money, negate, times } from '../../src/domain/money.ts';
import type { Money } from '../../src/domain/money.ts';
import { applyOrderEvent } from '../../src/domain/order/apply-order-event.ts';
import { addLine, openOrder } from '../../src/domain/order/change-order.ts';
import type { Order } from '../../src/domain/order/order.ts';
import type { Figures } from './model-bill.ts';
import type { PlainBill, PlainTax } from './random-bill.ts';

/** The till's own bill for the same words; `sign` −1 asks for its reversal, a full refund. */
export function tillBill(bill: PlainBill, sign: 1 | -1 = 1): Bill {
  const turned = (amount: Money): Money => (sign === 1 ? amount : negate(amount));
  const lines = bill.lines.map((line, i): BillLineInput => ({
    lineId: `line-${i}`,
    gross: turned(times(add(money(line.unitPrice), ...line.modifiers.map(money)), line.quantity)),
    discount: turned(money(line.discount)),
    taxes: line.taxes.map(lineTax),
    taxMode: line.inclusive ? 'inclusive' : 'exclusive',
  }));
  return computeBill(
    lines,
    rulesOf(bill),
    turned(money(bill.orderDiscount)),
    bill.charge && {
      ratePpm: bill.charge.ratePpm,
      fixed: turned(money(bill.charge.fixed)),
      taxes: bill.charge.taxes.map(lineTax),
      taxMode: bill.charge.inclusive ? 'inclusive' : 'exclusive',
    },
  );
}

/** The same as an order at a table, for bills without discounts and charge: rung up line by line. */
export function tillOrder(bill: PlainBill): Order {
  const context = { at: 0, by: { staffId: 'ana', alias: 'ana' }, businessDate: '2015-11-27' };
  const opening = { number: 1, dining: 'here', tableId: null, table: '', covers: 0 } as const;
  const decisions = [
    () => openOrder({ orderId: 'order', ...opening, rules: rulesOf(bill) }, context),
    ...bill.lines.map((line, i) => (order?: Order) => {
      if (!order) throw new Error('not open');
      const item = {
        itemId: `item-${i}`,
        name: `Item ${i}`,
        categoryId: 'food',
        category: 'Food',
        portionId: 'one',
        portion: '',
        unitPrice: add(money(line.unitPrice), ...line.modifiers.map(money)),
        taxes: line.taxes.map(lineTax),
        taxMode: line.inclusive ? 'inclusive' : 'exclusive',
      } as const;
      const input = { lineId: `line-${i}`, item, quantity: line.quantity, note: '' };
      return addLine(order, input, context);
    }),
  ];
  const order = decisions.reduce<Order | undefined>((state, decide) => {
    const result = decide(state);
    if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
    return result.value.reduce(applyOrderEvent, state);
  }, undefined);
  if (!order) throw new Error('not open');
  return order;
}

export function figuresOf(bill: Bill): Figures {
  return {
    gross: BigInt(bill.gross),
    discounts: BigInt(bill.discounts),
    charge: BigInt(bill.serviceCharge),
    tax: BigInt(bill.tax),
    net: BigInt(bill.net),
    total: BigInt(bill.total),
    lines: bill.lines.map((line) => ({
      discount: BigInt(line.discount),
      tax: BigInt(line.tax),
      total: BigInt(line.total),
    })),
    rows: new Map(
      bill.taxes.map((row) => [
        `${row.taxId} ${row.ratePpm} ${row.taxMode === 'inclusive' ? 'in' : 'ex'}`,
        { base: BigInt(row.base), tax: BigInt(row.tax) },
      ]),
    ),
  };
}

function rulesOf(bill: PlainBill): BillRules {
  return {
    taxRounding: bill.perLine ? 'line' : 'rate',
    rounding: bill.mode,
    cashStep: bill.cashStep,
  };
}

function lineTax(tax: PlainTax): LineTax {
  return { taxId: tax.id, name: tax.id, ratePpm: tax.ratePpm };
}
