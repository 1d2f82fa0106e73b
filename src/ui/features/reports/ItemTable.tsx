import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { SalesReport } from '../../../contract/reports.ts';
import { fold } from '../../../domain/menu/fold.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { DataTable } from '../../kit/DataTable.tsx';
import type { Column } from '../../kit/DataTable.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Panel } from '../../kit/Panel.tsx';
import { SearchField } from '../../kit/SearchField.tsx';
import { difference, shownPpm } from './difference.ts';

type Sold = SalesReport['by_item'][number];
type Row = Sold & { key: string; before: number };

const mostRows = 15;
const keyOf = (one: Sold) => `${one.category}\n${one.item}\n${one.portion}`;

/** Every item with its portions, largest first; found by typing, sorted by any heading. */
export function ItemTable({ now, before }: { now: SalesReport; before: SalesReport | null }) {
  const { t } = useLingui();
  const { amount, number, percentPpm } = useFormat();
  const [typed, setTyped] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const rows = useMemo(() => itemRows(now, before), [now, before]);
  const wanted = fold(typed);
  const found = wanted === '' ? rows : rows.filter((row) => fold(row.key).includes(wanted));
  const shown = showsAll || wanted !== '' ? found : found.slice(0, mostRows);
  const count = rows.length;
  const changeWords = (row: Row) => {
    const { direction, ppm } = difference(row.total, row.before);
    if (direction === 'same') return t`as before`;
    if (ppm === null) return t`new`;
    const share = percentPpm(shownPpm(ppm));
    return direction === 'up' ? t`▲ ${share} more` : t`▼ ${share} less`;
  };
  const columns: Column<Row>[] = [
    {
      id: 'item',
      header: t`Item`,
      rowHeader: true,
      cell: (row) => row.item,
      sortBy: (row) => row.item,
    },
    { id: 'portion', header: t`Portion`, cell: (row) => row.portion, sortBy: (row) => row.portion },
    {
      id: 'category',
      header: t`Category`,
      cell: (row) => row.category,
      sortBy: (row) => row.category,
    },
    {
      id: 'items',
      header: t`Sold`,
      align: 'end',
      cell: (row) => number(row.items),
      sortBy: (row) => row.items,
    },
    {
      id: 'total',
      header: t`Sales`,
      align: 'end',
      cell: (row) => amount(row.total),
      sortBy: (row) => row.total,
    },
    ...(before
      ? [
          {
            id: 'before',
            header: t`Before`,
            align: 'end' as const,
            cell: (row: Row) => amount(row.before),
            sortBy: (row: Row) => row.before,
          },
          {
            id: 'change',
            header: t`Difference`,
            align: 'end' as const,
            cell: changeWords,
            sortBy: (row: Row) => row.total - row.before,
          },
        ]
      : []),
  ];
  return (
    <Panel depth="flat" padded className="ItemTable">
      <div className="OwnerHead">
        <h3>{t`By item`}</h3>
        <SearchField label={t`Find an item`} value={typed} onChange={setTyped} />
      </div>
      <DataTable
        caption={t`By item`}
        hideCaption
        rows={shown}
        rowKey={(row) => row.key}
        columns={columns}
        empty={<EmptyState title={t`No item is called that`} />}
      />
      {wanted === '' && count > mostRows && (
        <Button size="s" variant="quiet" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t`Show fewer` : t`Show all ${count}`}
        </Button>
      )}
    </Panel>
  );
}

function itemRows(now: SalesReport, before: SalesReport | null): Row[] {
  const earlier = new Map((before?.by_item ?? []).map((one) => [keyOf(one), one.total]));
  return now.by_item
    .map((one) => ({ ...one, key: keyOf(one), before: earlier.get(keyOf(one)) ?? 0 }))
    .sort((a, b) => b.total - a.total);
}
