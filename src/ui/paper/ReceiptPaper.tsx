import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Receipt } from '../../contract/receipts.ts';
import { add } from '../../domain/money.ts';
import type { Payment } from '../../domain/order/order.ts';
import { useLocale } from '../i18n/i18n.ts';
import { makeFormat } from '../i18n/format.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useOrderWords } from '../order/use-order-words.ts';
import { PaperLines, PaperTaxes } from './PaperLines.tsx';
import './Paper.css';

type ReceiptPaperProps = {
  receipt: Receipt;
  /** 0 for the original; undefined while it is only looked at. */
  copy?: number;
};

/** A receipt, wholly from its snapshot (P9): today's name, prices and taxes have no part in it. */
export function ReceiptPaper({ receipt, copy }: ReceiptPaperProps) {
  const { t } = useLingui();
  const format = useFormat();
  const moneyOf = useSnapshotMoney(receipt);
  const words = useOrderWords();
  const { order, bill, place, names, journal } = receipt;
  const cashier = names[order.settledBy?.alias ?? ''] ?? '';
  const total = add(bill.total, receipt.rounding);
  return (
    <article className="Paper" aria-label={t`Receipt ${order.receiptNumber}`}>
      <header className="Paper-head">
        <p className="Paper-place">{place.name}</p>
        <p className="Paper-address">{place.address}</p>
        {copy !== undefined && copy > 0 && <p className="Paper-copy">{t`COPY ${copy}`}</p>}
      </header>
      <div className="Paper-rows">
        <Row name={t`Receipt ${order.receiptNumber}`}>{t`Order ${order.number}`}</Row>
        <Row name={order.settledAt === null ? '' : format.dateTime(order.settledAt)}>
          {words.title(order)}
        </Row>
        <Row name={t`Served by`}>{cashier}</Row>
      </div>
      <PaperLines lines={order.lines} />
      <div className="Paper-rows">
        <PaperTaxes bill={bill} />
        {receipt.rounding !== 0 && (
          <Row name={t`Cash rounding`}>{format.amount(receipt.rounding)}</Row>
        )}
        <div className="Paper-row Paper-total">
          <span>{t`Total`}</span>
          <span>{moneyOf(total)}</span>
        </div>
      </div>
      <div className="Paper-rows">
        {order.payments.map((payment) => (
          <PaymentRows key={payment.paymentId} payment={payment} />
        ))}
      </div>
      <footer className="Paper-foot">
        <p>{t`Journal ${journal.head}`}</p>
        <p>{t`Thank you!`}</p>
      </footer>
    </article>
  );
}

function PaymentRows({ payment }: { payment: Payment }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <>
      <Row name={payment.tender}>{format.amount(payment.tendered)}</Row>
      {payment.tip !== 0 && <Row name={t`of which tip`}>{format.amount(payment.tip)}</Row>}
      {payment.kind === 'cash' && payment.change !== 0 && (
        <Row name={t`Change`}>{format.amount(payment.change)}</Row>
      )}
    </>
  );
}

function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="Paper-row">
      <span>{name}</span>
      <span>{children}</span>
    </div>
  );
}

/** The currency it was sold in, whatever the site's is by now. */
function useSnapshotMoney({ place }: Receipt): (minor: number) => string {
  const { tag } = useLocale();
  const { currency, exponent } = place;
  return useMemo(
    () => makeFormat(tag, { currency, exponent, timeZone: 'UTC' }).money,
    [tag, currency, exponent],
  );
}
