import { useLingui } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { PreBillPaper } from '../../paper/PreBillPaper.tsx';
import { usePrint } from '../../paper/use-print.tsx';

/** The bill before it is paid: on the screen, and on paper through the browser (P7). */
export function BillDialog({ desk, onClose }: { desk: OrderOnScreen; onClose: () => void }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const { print, area } = usePrint();
  const { known, view } = desk;
  const isIssued = known?.order.status === 'billing' && view.pending.length === 0;
  return (
    <Dialog
      title={t`Bill`}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button
            icon={<Printer size={20} aria-hidden />}
            disabled={!isIssued}
            onClick={() => known && print(<PreBillPaper state={known} />)}
          >
            {t`Print`}
          </Button>
          <Button
            variant="pay"
            disabled={!isIssued}
            onClick={() => go(`/orders/${view.orderId}/pay`)}
          >
            {t`Pay`}
          </Button>
        </>
      }
    >
      {isIssued ? <PreBillPaper state={known} /> : <LoadingState rows={5} />}
      {area}
    </Dialog>
  );
}
