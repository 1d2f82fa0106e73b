import { useLingui } from '@lingui/react/macro';
import { CircleCheck, CircleOff } from 'lucide-react';
import { setSoldOut } from '../../../contract/menu.ts';
import { useCommand } from '../../api/use-command.ts';
import { useSession } from '../../app/session.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import type { Sellable } from './sellable-menu.ts';
import './ItemDialog.css';

/** More about an item than fits its tile, and the switch for sold out (O8). */
export function ItemDialog({ sold, onClose }: { sold: Sellable; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { may } = useSession();
  const mark = useCommand(setSoldOut, { onSuccess: onClose });
  const { item, category, emoji } = sold;
  const switchTo = (soldOut: boolean) =>
    mark.mutate({ params: { itemId: item.itemId }, body: { soldOut } });
  return (
    <Dialog
      title={`${emoji} ${item.name}`}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        may('menu.sold_out') && (
          <Button
            size="xl"
            block
            busy={mark.isPending}
            variant={item.soldOut ? 'accent' : 'danger'}
            icon={
              item.soldOut ? (
                <CircleCheck size={22} aria-hidden />
              ) : (
                <CircleOff size={22} aria-hidden />
              )
            }
            onClick={() => switchTo(!item.soldOut)}
          >
            {item.soldOut ? t`Back on sale` : t`Mark as sold out`}
          </Button>
        )
      }
    >
      {item.soldOut && <p className="ItemDialog-out">{t`This item is sold out.`}</p>}
      <p className="ItemDialog-words">{category}</p>
      {item.description !== '' && <p className="ItemDialog-words">{item.description}</p>}
      <dl className="ItemDialog-prices">
        {item.portions.map((portion) => (
          <div key={portion.portionId}>
            <dt>{portion.name === '' ? t`Price` : portion.name}</dt>
            <dd>{format.amount(portion.price)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
