import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import type { Bill, BillTax } from '../../domain/bill/bill.ts';
import type { Money } from '../../domain/money.ts';
import type { Order } from '../../domain/order/order.ts';
import { useFormat } from '../i18n/use-format.ts';
import './OrderTotals.css';

type OrderTotalsProps = { order: Order; bill: Bill; balance: Money };

/** Subtotal, each tax, what was paid and what is left: from the one tax engine, always in view. */
export function OrderTotals({ order, bill, balance }: OrderTotalsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const taxWords = useTaxWords();
  const isPart = order.payments.length > 0 && order.status !== 'paid';
  const hasMore = bill.taxes.length > 0 || bill.total !== bill.gross;
  return (
    <div className="OrderTotals">
      <dl className="OrderTotals-rows">
        {(hasMore || isPart) && (
          <div>
            <dt>{t`Subtotal`}</dt>
            <dd>{format.amount(bill.gross)}</dd>
          </div>
        )}
        {bill.taxes.map((tax) => (
          <div key={`${tax.taxId} ${tax.ratePpm} ${tax.taxMode}`}>
            <dt>{taxWords(tax)}</dt>
            <dd>{format.amount(tax.tax)}</dd>
          </div>
        ))}
        {order.payments.map((payment) => (
          <div key={payment.paymentId} className="OrderTotals-paid">
            <dt>
              <Check size={15} aria-hidden />
              <span>
                <bdi>{payment.tender}</bdi> · {format.time(payment.at)}
              </span>
            </dt>
            <dd>{format.amount(payment.applied)}</dd>
          </div>
        ))}
      </dl>
      <p className="OrderTotals-total" aria-live="polite" aria-atomic>
        <span>{isPart ? t`Still to pay` : t`Total`}</span>{' '}
        <strong>{format.amount(isPart ? balance : bill.total)}</strong>
      </p>
    </div>
  );
}

/** "of which VAT 10 %" inside the price, "VAT 10 %" on top of it. */
export function useTaxWords(): (tax: BillTax) => string {
  const { t } = useLingui();
  const format = useFormat();
  return (tax) => {
    const name = tax.name.includes('%')
      ? tax.name
      : `${tax.name} ${format.percentPpm(tax.ratePpm)}`;
    return tax.taxMode === 'inclusive' ? t`of which ${name}` : name;
  };
}
