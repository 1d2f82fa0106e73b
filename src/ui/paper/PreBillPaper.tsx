import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OrderState } from '../../contract/orders.ts';
import { getSite } from '../../contract/site.ts';
import { query } from '../api/query.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useOrderWords } from '../order/use-order-words.ts';
import { PaperLines, PaperTaxes } from './PaperLines.tsx';
import './Paper.css';

/** The bill before it is paid: no legal number, and it says so (P7). */
export function PreBillPaper({ state }: { state: OrderState }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useOrderWords();
  const site = useQuery(query(getSite, {})).data?.site;
  const { order, bill, balance } = state;
  return (
    <article className="Paper">
      <header className="Paper-head">
        <p className="Paper-place">{site?.name}</p>
        <p className="Paper-address">{site?.address}</p>
        <p className="Paper-copy">{t`BILL – not a receipt`}</p>
      </header>
      <div className="Paper-rows">
        <div className="Paper-row">
          <span>{words.title(order)}</span>
          <span>{t`Order ${order.number}`}</span>
        </div>
        {order.preBillAt !== null && (
          <div className="Paper-row">
            <span>{format.dateTime(order.preBillAt)}</span>
            <span>{t`Bill ${order.preBills}`}</span>
          </div>
        )}
      </div>
      <PaperLines lines={order.lines} />
      <div className="Paper-rows">
        <PaperTaxes bill={bill} />
        <div className="Paper-row Paper-total">
          <span>{t`Total`}</span>
          <span>{format.money(bill.total)}</span>
        </div>
        {balance !== bill.total && (
          <div className="Paper-row">
            <span>{t`Still to pay`}</span>
            <span>{format.money(balance)}</span>
          </div>
        )}
      </div>
    </article>
  );
}
