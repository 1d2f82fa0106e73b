import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { OrderLine } from '../../../domain/order/order.ts';
import type { Site } from '../../../domain/site/site.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { LoadingState } from '../../kit/LoadingState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { OrderTotals } from '../../order/OrderTotals.tsx';
import { noNumberYet } from '../../order/preview-order.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { OrderButtons } from './OrderButtons.tsx';
import type { OpenDialog } from './OrderDialogs.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderMenu } from './OrderMenu.tsx';
import { UnsavedTaps } from './UnsavedTaps.tsx';
import type { OrderTaps } from './use-order-taps.ts';
import type { Settle } from './use-settle.ts';
import './OrderPanel.css';

type OrderPanelProps = {
  desk: OrderOnScreen;
  taps: OrderTaps;
  settle: Settle;
  site: Site | undefined;
  isDraft: boolean;
  canSell: boolean;
  canMark: boolean;
  selectedId: string | undefined;
  onSelect: (line: OrderLine | undefined) => void;
  onDialog: (dialog: OpenDialog) => void;
  onMark: () => void;
  /** Back to the menu, on a phone. */
  onClose: () => void;
};

/** What was ordered: lines that scroll, totals and the two big buttons always in view. */
export function OrderPanel(props: OrderPanelProps) {
  const { desk, taps, isDraft, onDialog, onClose } = props;
  const { t } = useLingui();
  const { order, bill, balance } = desk;
  const number = order && order.number !== noNumberYet ? order.number : undefined;
  const hasLines = order !== undefined && order.lines.length > 0;
  const canFree =
    !isDraft && desk.known !== undefined && order?.lines.every((line) => line.voided) === true;
  return (
    <Panel className="OrderPanel" aria-label={t`Order`}>
      <header className="OrderPanel-head">
        <IconButton
          className="OrderPanel-close"
          variant="quiet"
          label={t`Back to the menu`}
          icon={<X size={20} aria-hidden />}
          onClick={onClose}
        />
        <h2 className="OrderPanel-title">
          {number === undefined ? t`New order` : t`Order ${number}`}
        </h2>
        <OrderMenu {...props} hasLines={hasLines} />
      </header>
      <UnsavedTaps desk={desk} />
      <div className="OrderPanel-lines Scroll">
        {desk.isLoading ? (
          <LoadingState />
        ) : order && hasLines ? (
          <OrderLines
            order={order}
            nameOf={desk.nameOf}
            selectedId={props.selectedId}
            onSelect={props.onSelect}
            onQuantity={taps.changeQuantity}
            onRemove={taps.remove}
            onNote={(line) => onDialog({ kind: 'note', line })}
            onVoid={(line) => onDialog({ kind: 'void', line })}
            onRepeat={props.canSell ? taps.repeatRound : undefined}
          />
        ) : (
          <EmptyState title={t`Nothing ordered yet`}>
            {t`Tap an item, or type its name.`}
          </EmptyState>
        )}
        {canFree && order.payments.length === 0 && order.status !== 'cancelled' && (
          <div className="OrderPanel-free">
            <Button onClick={taps.free}>
              {order.tableId === null ? t`Close this empty order` : t`Free the table`}
            </Button>
          </div>
        )}
      </div>
      <div className="OrderPanel-foot">
        {order && bill && balance !== undefined && (
          <OrderTotals order={order} bill={bill} balance={balance} />
        )}
        <OrderButtons {...props} />
      </div>
    </Panel>
  );
}
