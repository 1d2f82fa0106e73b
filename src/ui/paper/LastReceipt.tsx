import { useLingui } from '@lingui/react/macro';
import { Printer, ReceiptText } from 'lucide-react';
import { useLocation } from 'wouter';
import { useSession } from '../app/session.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useReprintLast } from './use-reprint-last.ts';
import './LastReceipt.css';

/** All receipts, and the last one again with one tap. */
export function LastReceipt() {
  const { t } = useLingui();
  const { may } = useSession();
  const [, go] = useLocation();
  const reprint = useReprintLast();
  if (!may('payments.take')) return null;
  return (
    <div className="LastReceipt">
      <Button block icon={<ReceiptText size={20} aria-hidden />} onClick={() => go('/receipts')}>
        {t`Receipts`}
      </Button>
      <IconButton
        label={t`Print the last receipt again`}
        icon={<Printer size={20} aria-hidden />}
        busy={reprint.isBusy}
        onClick={reprint.print}
      />
      {reprint.area}
    </div>
  );
}
