import { useLingui } from '@lingui/react/macro';
import type * as z from 'zod/mini';
import type { receiptSummary } from '../../../contract/receipts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useOrderWords } from '../../order/use-order-words.ts';
import './ReceiptRow.css';

type ReceiptRowProps = {
  receipt: z.infer<typeof receiptSummary>;
  isChosen: boolean;
  onOpen: () => void;
};

export function ReceiptRow({ receipt, isChosen, onOpen }: ReceiptRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useOrderWords();
  const facts = [
    format.dateTime(receipt.settledAt),
    words.items(receipt.items),
    receipt.tenders.join(' + '),
    receipt.cashier,
  ];
  return (
    <button
      type="button"
      className="ReceiptRow"
      aria-current={isChosen || undefined}
      onClick={onOpen}
    >
      <span className="ReceiptRow-words">
        <span className="ReceiptRow-title">
          {t`Receipt ${receipt.receiptNumber} · ${words.title(receipt)}`}
        </span>
        <span className="ReceiptRow-facts">{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <span className="ReceiptRow-total">{format.amount(receipt.total)}</span>
    </button>
  );
}
