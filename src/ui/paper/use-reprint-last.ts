import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { listReceipts } from '../../contract/receipts.ts';
import { problemReference, problemWords } from '../api/problem-words.ts';
import { query } from '../api/query.ts';
import { notify, notifyFailure } from '../kit/notices.ts';
import { usePrintReceipt } from './use-print-receipt.tsx';

/** Prints the last receipt of the till once more. */
export function useReprintLast(): { print: () => void; isBusy: boolean; area: ReactNode } {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const receipt = usePrintReceipt();
  const printLast = async () => {
    try {
      const { receipts } = await client.fetchQuery({
        ...query(listReceipts, { query: {} }),
        staleTime: 0,
      });
      const [last] = receipts;
      if (last) await receipt.print(last.orderId);
      else notify({ tone: 'info', text: t`Nothing was sold yet.` });
    } catch (error) {
      const reference = problemReference(error);
      notifyFailure({
        text: t`The receipt was not printed`,
        detail: problemWords(i18n, error),
        ...(reference === undefined ? {} : { reference }),
      });
    }
  };
  return { print: () => void printLast(), isBusy: receipt.isBusy, area: receipt.area };
}
