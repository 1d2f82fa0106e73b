import { useLingui } from '@lingui/react/macro';
import { CircleOff, Ellipsis, Printer, ReceiptText, Undo2, Users } from 'lucide-react';
import { IconButton } from '../../kit/IconButton.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { useReprintLast } from '../../paper/use-reprint-last.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import type { OpenDialog } from './OrderDialogs.tsx';
import type { OrderTaps } from './use-order-taps.ts';

type OrderMenuProps = {
  desk: OrderOnScreen;
  taps: OrderTaps;
  hasLines: boolean;
  canSell: boolean;
  canMark: boolean;
  isDraft: boolean;
  onDialog: (dialog: OpenDialog) => void;
  onMark: () => void;
};

/** Undo and the bill at hand; the rarer things behind the dots. */
export function OrderMenu({
  desk,
  taps,
  canSell,
  canMark,
  isDraft,
  onDialog,
  onMark,
}: OrderMenuProps) {
  const { t } = useLingui();
  const { order } = desk;
  const reprint = useReprintLast();
  const isAtTable = order ? order.tableId !== null : !isDraft;
  const live = order?.lines.some((line) => line.voided === null) ?? false;
  return (
    <>
      <IconButton
        label={t`Undo`}
        icon={<Undo2 size={20} aria-hidden className="FlipsWithText" />}
        disabled={taps.undoable === 0 || !canSell}
        aria-keyshortcuts="Control+Z"
        onClick={taps.undo}
      />
      {isAtTable && (
        <IconButton
          label={t`Bill`}
          icon={<ReceiptText size={20} aria-hidden />}
          disabled={!live || !canSell}
          onClick={() => {
            // Looking again at a bill that stands does not issue another one (P7).
            if (order?.status !== 'billing') taps.issueBill();
            onDialog({ kind: 'bill' });
          }}
        />
      )}
      <Menu
        label={t`More for this order`}
        trigger={<Ellipsis size={20} aria-hidden />}
        entries={[
          {
            id: 'covers',
            label: t`Guests`,
            icon: <Users size={20} aria-hidden />,
            disabled: !canSell,
            onAction: () => onDialog({ kind: 'covers' }),
          },
          {
            id: 'mark',
            label: t`Mark items as sold out`,
            icon: <CircleOff size={20} aria-hidden />,
            disabled: !canMark,
            onAction: onMark,
          },
          { id: 'line', separator: true },
          {
            id: 'reprint',
            label: t`Print the last receipt again`,
            icon: <Printer size={20} aria-hidden />,
            onAction: reprint.print,
          },
        ]}
      />
      {reprint.area}
    </>
  );
}
