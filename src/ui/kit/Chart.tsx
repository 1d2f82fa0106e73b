import { lazy, Suspense, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { ChartColumn, Table } from 'lucide-react';
import { Button } from './Button.tsx';
import { DataTable } from './DataTable.tsx';
import { toneAt } from './tone-at.ts';
import type { ChartTone } from './tone-at.ts';
import './Chart.css';

export type ChartSeries = {
  label: string;
  values: readonly (number | null)[];
  tone?: ChartTone;
  /** The second one drawn for comparison is usually a line over bars. */
  shape?: 'bars' | 'line';
};

export type ChartProps = {
  title: string;
  /** What the horizontal axis counts, such as Hour. */
  axis: string;
  /** One label for each place on the horizontal axis. */
  labels: readonly string[];
  series: readonly ChartSeries[];
  format: (value: number) => string;
  height?: number;
};

const Plot = lazy(() => import('./Plot.tsx').then((module) => ({ default: module.Plot })));

/** A drawing and, one tap away and always there for a screen reader, the table of its figures. */
export function Chart({ title, axis, labels, series, format, height = 260 }: ChartProps) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  const rows = labels.map((label, index) => ({ label, index }));
  return (
    <figure className="Chart">
      <figcaption className="Chart-head">
        <span className="Chart-title">{title}</span>
        <span className="Chart-legend" aria-hidden>
          {series.map((one, index) => (
            <span key={one.label} className="Chart-key" data-tone={one.tone ?? toneAt(index)}>
              {one.label}
            </span>
          ))}
        </span>
        <Button
          size="s"
          variant="quiet"
          icon={asTable ? <ChartColumn size={18} aria-hidden /> : <Table size={18} aria-hidden />}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t`As chart` : t`As table`}
        </Button>
      </figcaption>
      {!asTable && (
        <div aria-hidden className="Chart-plot" style={{ blockSize: height }}>
          <Suspense fallback={null}>
            <Plot labels={labels} series={series} format={format} height={height} />
          </Suspense>
        </div>
      )}
      <div className={asTable ? undefined : 'VisuallyHidden'}>
        <DataTable
          caption={title}
          hideCaption
          rows={rows}
          rowKey={(row) => String(row.index)}
          columns={[
            { id: 'label', header: axis, cell: (row) => row.label, rowHeader: true },
            ...series.map((one) => ({
              id: one.label,
              header: one.label,
              align: 'end' as const,
              cell: (row: { index: number }) => {
                const value = one.values[row.index];
                return value === undefined || value === null ? '–' : format(value);
              },
            })),
          ]}
        />
      </div>
    </figure>
  );
}
