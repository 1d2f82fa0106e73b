import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { verifyJournal } from '../../../contract/journal.ts';
import type { Verification } from '../../../contract/journal.ts';
import { call } from '../../api/call.ts';
import { FormProblem } from '../../app/FormProblem.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../kit/Button.tsx';
import { DataTable } from '../../kit/DataTable.tsx';
import { Panel } from '../../kit/Panel.tsx';

/** Checks the whole chain and every table against it, and says what it found (J3, J4). */
export function VerifyPanel() {
  const { t } = useLingui();
  const verifying = useMutation({
    mutationFn: () => call(verifyJournal, { body: {} }),
    meta: { handled: true },
  });
  const result = verifying.data;
  const Shield = result ? (result.whole ? ShieldCheck : ShieldAlert) : ShieldQuestion;
  const tone = result ? (result.whole ? 'positive' : 'danger') : 'neutral';
  return (
    <Panel padded className="VerifyPanel" aria-label={t`Check`}>
      <div className="VerifyPanel-head">
        <span className="VerifyPanel-icon" data-tone={tone} aria-hidden>
          <Shield size={30} />
        </span>
        <div className="VerifyPanel-words" role="status">
          {result ? <Found result={result} /> : <Unchecked />}
        </div>
        <Button
          variant={result ? 'plain' : 'accent'}
          icon={<ShieldCheck size={20} aria-hidden />}
          busy={verifying.isPending}
          onClick={() => verifying.mutate()}
        >
          {result ? t`Check again` : t`Check the journal`}
        </Button>
      </div>
      <FormProblem error={verifying.error}>{t`Nothing was checked.`}</FormProblem>
      {result && result.differences.length > 0 && (
        <DataTable
          caption={t`Tables that differ from the journal`}
          rows={result.differences}
          rowKey={(row) => `${row.table} ${row.key} ${row.problem}`}
          columns={[
            { id: 'table', header: t`Table`, rowHeader: true, cell: (row) => row.table },
            { id: 'key', header: t`Key`, cell: (row) => row.key },
            { id: 'problem', header: t`What differs`, cell: (row) => row.problem },
          ]}
        />
      )}
    </Panel>
  );
}

function Unchecked() {
  const { t } = useLingui();
  return (
    <>
      <h2 className="VerifyPanel-title">{t`Is everything still here?`}</h2>
      <p className="OwnerNote">
        {t`Each entry carries the hash of the one before. The check reads them all and compares every table with what they say.`}
      </p>
    </>
  );
}

function Found({ result }: { result: Verification }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const entries = number(result.entries);
  const head = result.head?.hash.slice(0, 12) ?? '';
  const seq = result.firstBad?.seq ?? 0;
  const problem = result.firstBad?.problem ?? '';
  const count = result.differences.length;
  if (result.whole) {
    return (
      <>
        <h2 className="VerifyPanel-title">{t`Whole: ${entries} entries, none changed, none missing`}</h2>
        <p className="OwnerNote">
          {t`Every table agrees with them. Head`} <code>{head}</code>
        </p>
      </>
    );
  }
  return (
    <>
      <h2 className="VerifyPanel-title">
        {result.firstBad
          ? t`Entry ${seq} is not as it was written`
          : t`${count} places in the tables differ from the journal`}
      </h2>
      <p className="OwnerNote">
        {problem !== '' && `${problem} `}
        {t`${entries} entries were read. Keep a copy of the data as it is now, and compare it with a backup.`}
      </p>
    </>
  );
}
