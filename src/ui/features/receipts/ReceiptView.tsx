import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { getReceipt } from '../../../contract/receipts.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { query } from '../../api/query.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { ReceiptPaper } from '../../paper/ReceiptPaper.tsx';
import { usePrintReceipt } from '../../paper/use-print-receipt.tsx';
import './ReceiptView.css';

/** One receipt as it was sold, and its prints: the original once, then copies that are counted (P9). */
export function ReceiptView({ orderId }: { orderId: string }) {
  const { t, i18n } = useLingui();
  const [, go] = useLocation();
  const receipt = useQuery(query(getReceipt, { params: { orderId } }));
  const printer = usePrintReceipt();
  const [failure, setFailure] = useState<unknown>(undefined);
  const print = async () => {
    setFailure(undefined);
    try {
      await printer.print(orderId);
    } catch (error) {
      setFailure(error);
    }
  };
  if (receipt.isPending) return <LoadingState rows={8} />;
  if (!receipt.data) {
    return (
      <ErrorState
        title={problemWords(i18n, receipt.error)}
        reference={problemReference(receipt.error)}
        onRetry={() => void receipt.refetch()}
      />
    );
  }
  const { copies } = receipt.data;
  return (
    <div className="ReceiptView">
      <div className="ReceiptView-head">
        <Button
          className="ReceiptView-back"
          icon={<ArrowLeft size={20} aria-hidden className="FlipsWithText" />}
          onClick={() => go('/receipts')}
        >
          {t`All receipts`}
        </Button>
        <Button
          size="l"
          variant="accent"
          busy={printer.isBusy}
          icon={<Printer size={20} aria-hidden />}
          onClick={() => void print()}
        >
          {copies === 0 ? t`Print the original` : t`Print copy ${copies}`}
        </Button>
      </div>
      {failure !== undefined && (
        <Banner tone="danger" title={t`The receipt was not printed`}>
          {problemWords(i18n, failure)} {t`The payment is safe.`}
        </Banner>
      )}
      <ReceiptPaper receipt={receipt.data} />
      {printer.area}
    </div>
  );
}
