import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { countCopy, getReceipt } from '../../contract/receipts.ts';
import { command } from '../api/command.ts';
import { query } from '../api/query.ts';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import { usePrint } from './use-print.tsx';

export type PrintReceipt = {
  print: (orderId: string) => Promise<void>;
  isBusy: boolean;
  area: ReactNode;
};

/**
 * Prints a receipt. The print is counted and journaled first: paper that the journal does not know
 * must not exist (P9). Rejects when it could not be counted, and then prints nothing.
 */
export function usePrintReceipt(): PrintReceipt {
  const client = useQueryClient();
  const paper = usePrint();
  const [isBusy, setBusy] = useState(false);
  const print = async (orderId: string) => {
    if (isBusy) return;
    setBusy(true);
    try {
      const params = { orderId };
      const receipt = await client.fetchQuery(query(getReceipt, { params }));
      const { copy } = await command(countCopy, { params, body: {} });
      paper.print(<ReceiptPaper receipt={receipt} copy={copy} />);
    } finally {
      setBusy(false);
    }
  };
  return { print, isBusy, area: paper.area };
}
