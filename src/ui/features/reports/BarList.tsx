import './BarList.css';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ArrowDown, ArrowUp, Minus } from 'lucide-react';
import { Button } from '../../kit/Button.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { difference, shownPpm } from './difference.ts';

export type BarRow = {
  key: string;
  name: ReactNode;
  detail?: ReactNode;
  count: number;
  amount: number;
  /** The amount in the range compared with. */
  before?: number | undefined;
};

type BarListProps = {
  title: string;
  /** What is counted, such as Orders. */
  counted: string;
  rows: readonly BarRow[];
  compares: boolean;
  /** Largest first, unless the rows have an order of their own. */
  keepOrder?: boolean;
  most?: number;
};

const icons = { up: ArrowUp, down: ArrowDown, same: Minus };

/** A table whose rows carry their share as a bar: read by eye as a chart, by ear as a table. */
export function BarList({
  title,
  counted,
  rows,
  compares,
  keepOrder = false,
  most = 8,
}: BarListProps) {
  const { t } = useLingui();
  const { amount, number } = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const ordered = keepOrder ? rows : [...rows].sort((a, b) => b.amount - a.amount);
  const shown = showsAll ? ordered : ordered.slice(0, most);
  const largest = Math.max(1, ...rows.map((row) => row.amount));
  const count = rows.length;
  return (
    <section className="BarList" aria-label={title}>
      <table className="BarList-table">
        <caption className="BarList-title">{title}</caption>
        <thead className="VisuallyHidden">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{counted}</th>
            <th scope="col">{t`Sales`}</th>
            {compares && <th scope="col">{t`Difference`}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key} className="BarList-row">
              <th scope="row" className="BarList-name">
                <span className="BarList-words">
                  {row.name}
                  {row.detail !== undefined && <span className="BarList-detail">{row.detail}</span>}
                </span>
                <span className="BarList-track" aria-hidden>
                  <span
                    className="BarList-bar"
                    style={{ inlineSize: `${Math.max(0, (row.amount / largest) * 100)}%` }}
                  />
                </span>
              </th>
              <td className="BarList-count">{number(row.count)}</td>
              <td className="BarList-amount">{amount(row.amount)}</td>
              {compares && (
                <td className="BarList-change">
                  <Change now={row.amount} before={row.before ?? 0} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {ordered.length > most && (
        <Button size="s" variant="quiet" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t`Show fewer` : t`Show all ${count}`}
        </Button>
      )}
    </section>
  );
}

function Change({ now, before }: { now: number; before: number }) {
  const { t } = useLingui();
  const { amount, percentPpm } = useFormat();
  const { direction, by, ppm } = difference(now, before);
  const Icon = icons[direction];
  const value = amount(by);
  const words =
    direction === 'same' ? t`as before` : direction === 'up' ? t`${value} more` : t`${value} less`;
  return (
    <span className="BarList-mark" data-direction={direction} title={words}>
      <Icon size={14} aria-hidden />
      <span aria-hidden>
        {direction === 'same' ? '' : ppm === null ? t`new` : percentPpm(shownPpm(ppm))}
      </span>
      <span className="VisuallyHidden">{words}</span>
    </span>
  );
}
