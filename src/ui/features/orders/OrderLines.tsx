import { useLingui } from '@lingui/react/macro';
import { Check, CircleDot, Repeat } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Order, OrderLine } from '../../../domain/order/order.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { OrderLineRow } from './OrderLineRow.tsx';
import { lastRound } from './use-order-taps.ts';
import './OrderLines.css';

type OrderLinesProps = {
  order: Order;
  nameOf: (alias: string) => string;
  selectedId: string | undefined;
  onSelect: (line: OrderLine | undefined) => void;
  onQuantity: (line: OrderLine, by: number) => void;
  onRemove: (line: OrderLine) => void;
  onNote: (line: OrderLine) => void;
  onVoid: (line: OrderLine) => void;
  /** Once more all of the last round; absent where nothing may be added. */
  onRepeat: (() => void) | undefined;
};

/** Lines by the round they were sent with; what is new stands last. */
export function OrderLines({ order, selectedId, onSelect, onRepeat, ...rest }: OrderLinesProps) {
  const { t } = useLingui();
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const rounds = Map.groupBy(order.lines, (line) => line.sentAt);
  const sorted = [...rounds].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity));
  const lastSentAt = lastRound(order)[0]?.sentAt;
  const { length } = order.lines;
  const seen = useRef(length);
  useEffect(() => {
    const isMore = length > seen.current;
    seen.current = length;
    if (!isMore) return;
    // What was just tapped is seen at once, however long the order is.
    list.current?.lastElementChild?.lastElementChild?.lastElementChild?.scrollIntoView({
      block: 'nearest',
    });
  });
  return (
    <div ref={list} className="OrderLines">
      {sorted.map(([sentAt, lines]) => (
        <section key={sentAt ?? 'new'}>
          {(sentAt !== null || sorted.length > 1) && (
            <div className="OrderLines-head">
              <h3 className="OrderLines-round" data-sent={sentAt !== null || undefined}>
                {sentAt === null ? (
                  <CircleDot size={14} aria-hidden />
                ) : (
                  <Check size={15} aria-hidden />
                )}
                {sentAt === null ? t`New` : t`Sent ${format.time(sentAt)}`}
              </h3>
              {onRepeat && sentAt === lastSentAt && (
                <Button
                  size="s"
                  variant="quiet"
                  icon={<Repeat size={16} aria-hidden />}
                  aria-label={t`Repeat the last round`}
                  onClick={onRepeat}
                >
                  {t`Repeat`}
                </Button>
              )}
            </div>
          )}
          <ul>
            {lines.map((line) => (
              <OrderLineRow
                key={line.lineId}
                line={line}
                isSelected={line.lineId === selectedId}
                onSelect={onSelect}
                {...rest}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
