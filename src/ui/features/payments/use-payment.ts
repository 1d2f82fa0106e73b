import { useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { money, nothing, share } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';
import { billOfOrder } from '../../../domain/order/bill-of-order.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { Tender } from '../../../domain/site/site.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import type { KeypadKey } from '../../kit/Keypad.tsx';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { planPayment } from './plan-payment.ts';
import { typeAmount } from './type-amount.ts';

export type PaymentEntry = ReturnType<typeof usePayment>;

/** What a typing guest's money goes to. */
type Target = 'tendered' | 'tip';

/** One payment being put together, until the server has it. */
export function usePayment(desk: OrderOnScreen, order: Order, tenders: readonly Tender[]) {
  const asked = useSearch();
  const [tenderId, setTenderId] = useState<string | undefined>(() =>
    asked === 'card' ? tenders.find((tender) => tender.kind === 'card')?.tenderId : undefined,
  );
  const [typed, setTyped] = useState('');
  const [tip, setTip] = useState<Money>(nothing);
  const [target, setTarget] = useState<Target>('tendered');
  const [isTaking, setTaking] = useState(false);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const isLocked = useRef(false);

  const tender = tenders.find((each) => each.tenderId === tenderId) ?? tenders[0];
  const plan = planPayment(
    order,
    tender?.kind ?? 'cash',
    typed === '' ? undefined : money(Number(typed)),
    tip,
  );

  const clear = () => {
    setTyped('');
    setTip(nothing);
    setTarget('tendered');
  };
  const take = async (tendered: Money = plan.tendered, tipped: Money = tip, using = tender) => {
    if (!using || isLocked.current) return;
    // A ref, for two taps may fall before the screen is drawn anew.
    isLocked.current = true;
    setTaking(true);
    setFailure(undefined);
    try {
      await desk.queue.add(
        {
          do: 'pay',
          payment: {
            paymentId: uuidv7(),
            tenderId: using.tenderId,
            tendered,
            tip: tipped,
            expectedTotal: billOfOrder(order).total,
          },
        },
        { quiet: true },
      );
      clear();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isLocked.current = false;
      setTaking(false);
    }
  };

  return {
    tender,
    plan,
    tip,
    target,
    isTaking,
    failure,
    chooseTender: (id: string) => {
      if (isTaking) return;
      setTenderId(id);
      setTyped('');
      setFailure(undefined);
    },
    tapNote: (note: Money) => {
      setTyped(String(note));
      setTarget('tendered');
    },
    type: (key: KeypadKey) => {
      if (isTaking) return;
      if (target === 'tip') setTip(money(Number(typeAmount(tip === 0 ? '' : String(tip), key))));
      else setTyped(typeAmount(typed, key));
    },
    /** A share of the whole bill, in parts per million (P5). */
    tipShare: (ratePpm: number) => {
      const wanted = share(billOfOrder(order).total, ratePpm, 'half_away');
      setTip(wanted === tip ? nothing : wanted);
      setTarget('tendered');
    },
    tipOther: () => {
      setTarget(target === 'tip' ? 'tendered' : 'tip');
      if (target !== 'tip') setTip(nothing);
    },
    /** All that the card was asked beyond the bill becomes the tip. */
    restAsTip: () => setTip(money(tip + plan.excess)),
    clear,
    take: () => void take(),
    /** The exact rest in cash, whatever is chosen. */
    takeExactCash: () => {
      const cash = tenders.find((each) => each.kind === 'cash');
      if (cash) void take(planPayment(order, 'cash', undefined, tip).due, tip, cash);
    },
  };
}
