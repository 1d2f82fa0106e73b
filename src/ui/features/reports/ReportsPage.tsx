import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Download, FileJson, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { exportSalesReport } from '../../../contract/reports.ts';
import type { SalesReport } from '../../../contract/reports.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { useSession } from '../../app/session.ts';
import { WhenRead } from '../../app/WhenRead.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { notify } from '../../kit/notices.ts';
import { Panel } from '../../kit/Panel.tsx';
import { download } from './download.ts';
import { Breakdowns } from './Breakdowns.tsx';
import { choiceFrom, paramsOf } from './range-in-address.ts';
import type { DateRange } from './range.ts';
import { RangeBar } from './RangeBar.tsx';
import { reportQuery } from './report-queries.ts';
import { ReportFigures } from './ReportFigures.tsx';
import { SalesChart } from './SalesChart.tsx';
import './ReportsPage.css';

/** Any days, beside others: the address holds which, so that a page can be reloaded or kept. */
export function ReportsPage() {
  const { t } = useLingui();
  const { businessDate, may } = useSession();
  const [params, setParams] = useSearchParams();
  const choice = choiceFrom(params, businessDate);
  const report = useQuery(reportQuery(choice.range, choice.compare));
  return (
    <div className="OwnerScroll Scroll Reports" data-stale={report.isPlaceholderData || undefined}>
      <Panel className="Reports-bar" aria-label={t`Days`}>
        <RangeBar
          choice={choice}
          today={businessDate}
          onChange={(next) => setParams(paramsOf(next), { replace: true })}
        />
        {may('reports.export') && <ExportMenu range={choice.range} />}
      </Panel>
      <WhenRead of={report}>
        {({ report: now, compared }) => <Report now={now} before={compared} />}
      </WhenRead>
    </div>
  );
}

function Report({ now, before }: { now: SalesReport; before: SalesReport | null }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const from = date(now.from);
  const to = date(now.to);
  const days = now.from === now.to ? from : t`${from} to ${to}`;
  const nothing = now.orders === 0 && now.lines === 0 && now.voids.lines === 0;
  return (
    <>
      <h2 className="Reports-days">
        {days}
        {before && <ComparedWith before={before} />}
      </h2>
      {nothing ? (
        <Panel>
          <EmptyState
            icon={<ChartColumn size={34} aria-hidden />}
            title={t`No sales on these days`}
          >
            {t`Nothing was paid then and nothing was imported. Choose other days above.`}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <ReportFigures now={now} before={before} />
          <SalesChart now={now} before={before} />
          <Breakdowns now={now} before={before} />
        </>
      )}
    </>
  );
}

function ComparedWith({ before }: { before: SalesReport }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const from = date(before.from);
  const to = date(before.to);
  return (
    <span className="Reports-before">
      {before.from === before.to ? t`against ${from}` : t`against ${from} to ${to}`}
    </span>
  );
}

function ExportMenu({ range }: { range: DateRange }) {
  const { t } = useLingui();
  const [error, setError] = useState<Error | null>(null);
  const exporting = useCommand(exportSalesReport, {
    onSuccess: ({ fileName, mediaType, content }) => {
      setError(null);
      download(fileName, mediaType, content);
      notify({ text: t`${fileName} was saved. The journal notes the export.` });
    },
    onError: setError,
  });
  const save = (format: 'csv' | 'json') => exporting.mutate({ body: { ...range, format } });
  return (
    <div className="Reports-export">
      <Menu
        label={t`Export`}
        square={false}
        trigger={
          <>
            <Download size={20} aria-hidden />
            {t`Export`}
          </>
        }
        entries={[
          {
            id: 'csv',
            label: t`For a spreadsheet`,
            hint: 'CSV',
            icon: <FileSpreadsheet size={20} aria-hidden />,
            disabled: exporting.isPending,
            onAction: () => save('csv'),
          },
          {
            id: 'json',
            label: t`For a program`,
            hint: 'JSON',
            icon: <FileJson size={20} aria-hidden />,
            disabled: exporting.isPending,
            onAction: () => save('json'),
          },
        ]}
      />
      {error && <FormProblem error={error}>{t`No file was made.`}</FormProblem>}
    </div>
  );
}
