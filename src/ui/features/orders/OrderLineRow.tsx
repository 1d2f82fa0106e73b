import { useLingui } from '@lingui/react/macro';
import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { times } from '../../../domain/money.ts';
import { isFirm } from '../../../domain/order/change-order.ts';
import type { OrderLine } from '../../../domain/order/order.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import './OrderLineRow.css';

type OrderLineRowProps = {
  line: OrderLine;
  isSelected: boolean;
  nameOf: (alias: string) => string;
  onSelect: (line: OrderLine | undefined) => void;
  onQuantity: (line: OrderLine, by: number) => void;
  onRemove: (line: OrderLine) => void;
  onNote: (line: OrderLine) => void;
  onVoid: (line: OrderLine) => void;
};

/** A line; a tap on it brings out what can be done with it. */
export function OrderLineRow(props: OrderLineRowProps) {
  const { line, isSelected, nameOf, onSelect, onQuantity, onRemove, onVoid } = props;
  const { t } = useLingui();
  const format = useFormat();
  const { voided } = line;
  const detail = [line.portion, line.note].filter((part) => part !== '').join(' · ');
  const canChange = voided === null;
  const takeOff = () => (isFirm(line) ? onVoid(line) : onRemove(line));
  const keyed = (event: KeyboardEvent) => {
    if (!canChange) return;
    if (event.key === 'Delete' || event.key === 'Backspace') takeOff();
    else if (event.key === '+') onQuantity(line, 1);
    else if (event.key === '-') fewer();
    else return;
    event.preventDefault();
  };
  const fewer = () => {
    if (isFirm(line)) onVoid(line);
    else if (line.quantity === 1) onRemove(line);
    else onQuantity(line, -1);
  };
  const row = useRef<HTMLLIElement>(null);
  // The last line opens below the edge of the list: what can be done with it must be seen.
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li
      ref={row}
      className="OrderLine"
      data-selected={(isSelected && canChange) || undefined}
      data-voided={voided !== null || undefined}
    >
      <button
        type="button"
        className="OrderLine-face"
        aria-expanded={canChange ? isSelected : undefined}
        onClick={() => onSelect(isSelected || !canChange ? undefined : line)}
        onKeyDown={keyed}
      >
        <span className="OrderLine-quantity">{format.number(line.quantity)}</span>
        <span className="OrderLine-words">
          <span className="OrderLine-name">{line.name}</span>
          {detail !== '' && <span className="OrderLine-detail">{detail}</span>}
          {voided && (
            <span className="OrderLine-void">
              {voided.approvedBy
                ? t`void · ${voided.reason} · ${nameOf(voided.by.alias)}, approved by ${nameOf(voided.approvedBy.alias)}`
                : t`void · ${voided.reason} · ${nameOf(voided.by.alias)}`}
            </span>
          )}
        </span>
        <span className="OrderLine-amount">
          {format.amount(times(line.unitPrice, line.quantity))}
        </span>
      </button>
      {isSelected && canChange && (
        <LineActions {...props} onFewer={fewer} onTakeOff={takeOff} isFirm={isFirm(line)} />
      )}
    </li>
  );
}

function LineActions({
  line,
  isFirm: firm,
  onFewer,
  onTakeOff,
  onQuantity,
  onNote,
}: OrderLineRowProps & { isFirm: boolean; onFewer: () => void; onTakeOff: () => void }) {
  const { t } = useLingui();
  return (
    <div className="OrderLine-actions" role="group" aria-label={line.name}>
      <IconButton
        label={firm ? t`Void some` : t`One fewer`}
        icon={<Minus size={20} aria-hidden />}
        onClick={onFewer}
      />
      <output className="OrderLine-count" aria-live="polite">
        {line.quantity}
      </output>
      <IconButton
        label={t`One more`}
        icon={<Plus size={20} aria-hidden />}
        onClick={() => onQuantity(line, 1)}
      />
      <Button size="s" className="OrderLine-action" onClick={() => onNote(line)}>
        {t`Note`}
      </Button>
      <Button size="s" className="OrderLine-action OrderLine-off" onClick={onTakeOff}>
        {firm ? t`Void` : t`Remove`}
      </Button>
    </div>
  );
}
