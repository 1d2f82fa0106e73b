import { useLingui } from '@lingui/react/macro';
import { times } from '../../../domain/money.ts';
import type { Order } from '../../../domain/order/order.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../kit/Panel.tsx';
import { OrderTotals } from '../../order/OrderTotals.tsx';
import type { OrderOnScreen } from '../../order/use-order.ts';
import './PayBill.css';

/** The bill that is being paid, voided lines struck through, parts already paid below. */
export function PayBill({ desk, order }: { desk: OrderOnScreen; order: Order }) {
  const { t } = useLingui();
  const format = useFormat();
  const { bill, balance } = desk;
  return (
    <Panel className="PayBill" aria-label={t`Bill`}>
      <ul className="PayBill-lines Scroll">
        {order.lines.map((line) => {
          const detail = [line.portion, line.note].filter((part) => part !== '').join(' · ');
          return (
            <li
              key={line.lineId}
              className="PayBill-line"
              data-voided={line.voided !== null || undefined}
            >
              <span className="PayBill-quantity">{format.number(line.quantity)}</span>
              <span className="PayBill-words">
                <span className="PayBill-name">{line.name}</span>
                {detail !== '' && <span className="PayBill-detail">{detail}</span>}
                {line.voided && (
                  <span className="PayBill-void">{t`void · ${line.voided.reason}`}</span>
                )}
              </span>
              <span className="PayBill-amount">
                {format.amount(times(line.unitPrice, line.quantity))}
              </span>
            </li>
          );
        })}
      </ul>
      {bill && balance !== undefined && (
        <div className="PayBill-foot">
          <OrderTotals order={order} bill={bill} balance={balance} />
        </div>
      )}
    </Panel>
  );
}
