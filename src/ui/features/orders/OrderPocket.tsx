import { useLingui } from '@lingui/react/macro';
import { ChevronUp } from 'lucide-react';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import type { OrderOnScreen } from '../../order/use-order.ts';
import { useOrderWords } from '../../order/use-order-words.ts';
import './OrderPocket.css';

/** On a phone: the order in one bar below the menu, a tap away. */
export function OrderPocket({ desk, onOpen }: { desk: OrderOnScreen; onOpen: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useOrderWords();
  const { order, balance } = desk;
  const items = (order?.lines ?? [])
    .filter((line) => line.voided === null)
    .reduce((sum, line) => sum + line.quantity, 0);
  const unsaved = desk.view.refused.length + (desk.view.stalledBy ? 1 : 0) > 0;
  return (
    <Button
      className="OrderPocket"
      size="xl"
      variant={unsaved ? 'danger' : 'accent'}
      icon={<ChevronUp size={22} aria-hidden />}
      onClick={onOpen}
    >
      <span>{unsaved ? t`Look here: not saved` : words.items(items)}</span>
      <strong>{format.amount(balance ?? 0)}</strong>
    </Button>
  );
}
