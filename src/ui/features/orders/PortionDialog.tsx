import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Portion } from '../../../domain/menu/menu.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import type { Sellable } from './sellable-menu.ts';
import './PortionDialog.css';

type PortionDialogProps = {
  sold: Sellable;
  onPick: (portion: Portion) => void;
  onClose: () => void;
};

/** The second tap of an item with sizes. Arrows and figures choose too. */
export function PortionDialog({ sold, onPick, onClose }: PortionDialogProps) {
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const { portions, name } = sold.item;
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const keyed = (event: KeyboardEvent<HTMLDivElement>) => {
    const portion = /^[1-9]$/.test(event.key) ? portions[Number(event.key) - 1] : undefined;
    if (portion) {
      event.preventDefault();
      onPick(portion);
      return;
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    buttons.at(buttons.findIndex((each) => each === event.target) + step)?.focus();
  };
  return (
    <Dialog title={name} isOpen onClose={onClose} size="s">
      <div
        ref={list}
        className="PortionDialog"
        role="toolbar"
        tabIndex={-1}
        aria-label={name}
        onKeyDown={keyed}
      >
        {portions.map((portion) => (
          <button
            key={portion.portionId}
            type="button"
            className="PortionDialog-one"
            onClick={() => onPick(portion)}
          >
            <span>{portion.name}</span>
            <span className="PortionDialog-price">{format.amount(portion.price)}</span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
