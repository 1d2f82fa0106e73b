import type { Bill } from '../../domain/bill/bill.ts';
import { times } from '../../domain/money.ts';
import type { OrderLine } from '../../domain/order/order.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTaxWords } from '../order/OrderTotals.tsx';

/** What was charged, line by line; voided lines are no part of it (O4). */
export function PaperLines({ lines }: { lines: readonly OrderLine[] }) {
  const format = useFormat();
  return (
    <ul className="Paper-rows">
      {lines
        .filter((line) => line.voided === null)
        .map((line) => (
          <li key={line.lineId}>
            <div className="Paper-row">
              <span>{`${format.number(line.quantity)} × ${line.name}`}</span>
              <span>{format.amount(times(line.unitPrice, line.quantity))}</span>
            </div>
            {(line.portion !== '' || line.quantity > 1) && (
              <div className="Paper-detail">
                {[line.portion, line.quantity > 1 ? format.amount(line.unitPrice) : '']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </div>
            )}
          </li>
        ))}
    </ul>
  );
}

/** Each tax with what it was charged on. */
export function PaperTaxes({ bill }: { bill: Bill }) {
  const format = useFormat();
  const words = useTaxWords();
  return bill.taxes.map((tax) => (
    <div key={`${tax.taxId} ${tax.ratePpm} ${tax.taxMode}`} className="Paper-row">
      <span>{`${words(tax)} (${format.amount(tax.base)})`}</span>
      <span>{format.amount(tax.tax)}</span>
    </div>
  ));
}
