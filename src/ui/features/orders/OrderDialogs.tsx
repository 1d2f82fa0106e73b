import type { Portion } from '../../../domain/menu/menu.ts';
import type { OrderLine } from '../../../domain/order/order.ts';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { BillDialog } from './BillDialog.tsx';
import { CoversDialog } from './CoversDialog.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { PortionDialog } from './PortionDialog.tsx';
import type { Sellable, SellableMenu } from './sellable-menu.ts';
import type { OrderTaps } from './use-order-taps.ts';
import { VoidDialog } from './VoidDialog.tsx';

export type OpenDialog =
  | { kind: 'portions'; sold: Sellable }
  | { kind: 'item'; sold: Sellable }
  | { kind: 'note'; line: OrderLine }
  | { kind: 'void'; line: OrderLine }
  | { kind: 'covers' }
  | { kind: 'bill' };

type OrderDialogsProps = {
  dialog: OpenDialog | undefined;
  desk: OrderOnScreen;
  taps: OrderTaps;
  menu: SellableMenu | undefined;
  covers: number;
  onAddPortion: (sold: Sellable, portion: Portion) => void;
  onCovers: (covers: number) => void;
  onDialog: (dialog: OpenDialog | undefined) => void;
};

/** The one dialog that is open, if any. */
export function OrderDialogs(props: OrderDialogsProps) {
  const { dialog, desk, taps, menu, covers, onAddPortion, onCovers, onDialog } = props;
  const close = () => onDialog(undefined);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'portions':
      return (
        <PortionDialog
          sold={dialog.sold}
          onClose={close}
          onPick={(portion) => {
            onAddPortion(dialog.sold, portion);
            close();
          }}
        />
      );
    case 'item': {
      const { itemId } = dialog.sold.item;
      const sold = menu?.all.find((each) => each.item.itemId === itemId) ?? dialog.sold;
      return <ItemDialog sold={sold} onClose={close} />;
    }
    case 'note':
      return (
        <NoteDialog
          line={dialog.line}
          onClose={close}
          onSave={(note) => {
            taps.changeNote(dialog.line, note);
            close();
          }}
        />
      );
    case 'void':
      return <VoidDialog line={dialog.line} desk={desk} onClose={close} />;
    case 'covers':
      return <CoversDialog covers={covers} onClose={close} onChange={onCovers} />;
    case 'bill':
      return <BillDialog desk={desk} onClose={close} />;
  }
}
