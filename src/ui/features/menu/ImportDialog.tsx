import { useLingui } from '@lingui/react/macro';
import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import type { MenuImport } from '../../../contract/menu.ts';
import { problemReference, problemWords } from '../../api/problem-words.ts';
import { Problem } from '../../api/problem.ts';
import { TaxesOfOthers } from '../../app/TaxesOfOthers.tsx';
import { useMenuImport } from '../../app/use-menu-import.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { DataTable } from '../../kit/DataTable.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stat } from '../../kit/Stat.tsx';
import { refusedRows } from './refused-rows.ts';
import './ImportDialog.css';

/** A menu from a file: what came in row by row, or which rows refused the whole. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const file = useRef<HTMLInputElement>(null);
  const importing = useMenuImport();
  const { file: chosen, undecided, result } = importing;
  const rows = refusedRows(importing.error);
  return (
    <Dialog
      title={t`Import a menu`}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          {rows.length > 0 && chosen && (
            <Button busy={importing.isPending} onClick={importing.sendWithoutBadRows}>
              {t`Import without the bad rows`}
            </Button>
          )}
          <Button
            variant={result || undecided !== undefined ? 'plain' : 'accent'}
            busy={importing.isPending}
            icon={<FileUp size={20} aria-hidden />}
            onClick={() => file.current?.click()}
          >
            {chosen ? t`Another file` : t`Choose a file`}
          </Button>
          {result && <Button variant="accent" onClick={onClose}>{t`Done`}</Button>}
        </>
      }
    >
      {chosen ? (
        <p>
          <strong>{chosen.name}</strong>
        </p>
      ) : (
        <Explanation />
      )}
      {importing.error && <Refused error={importing.error} rows={rows} />}
      {undecided !== undefined && (
        <TaxesOfOthers
          items={undecided}
          isBusy={importing.isPending}
          onChoose={importing.sendWithTaxes}
        />
      )}
      {result && <Result result={result} />}
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={t`Menu file`}
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          event.target.value = '';
          if (picked) importing.send(picked);
        }}
      />
    </Dialog>
  );
}

function Explanation() {
  const { t } = useLingui();
  return (
    <div className="ImportDialog-words">
      <p>
        {t`A table saved as CSV (UTF-8) whose first row names its columns. Needed: category, item, price. Welcome: portion, description, tax, sku, barcode, sold_out.`}
      </p>
      <pre className="ImportDialog-sample Scroll" dir="ltr">
        {
          'category,item,portion,price,tax\nPizza,Margherita,Small,9.50,10%\nPizza,Margherita,Large,14.00,10%'
        }
      </pre>
      <p className="OwnerNote">
        {t`Rows of one item with different portions make one item. The same file again changes nothing, and nothing is ever deleted. One bad row refuses the whole file, unless you then choose to go without the bad rows.`}
      </p>
    </div>
  );
}

function Refused({ error, rows }: { error: Error; rows: ReturnType<typeof refusedRows> }) {
  const { t, i18n } = useLingui();
  const reference = problemReference(error);
  const reason = error instanceof Problem ? error.facts['reason'] : undefined;
  return (
    <>
      <Banner tone="danger" title={problemWords(i18n, error)}>
        {reason}
        {reference !== undefined && t`Reference ${reference}`}
      </Banner>
      {rows.length > 0 && (
        <DataTable
          caption={t`Rows that were refused`}
          rows={rows}
          rowKey={(row) => `${row.row} ${row.column}`}
          columns={[
            { id: 'row', header: t`Row`, rowHeader: true, cell: (row) => row.row },
            { id: 'column', header: t`Column`, cell: (row) => row.column },
            { id: 'reason', header: t`What is wrong`, cell: (row) => row.reason },
          ]}
        />
      )}
    </>
  );
}

function Result({ result }: { result: MenuImport }) {
  const { t } = useLingui();
  return (
    <>
      <div className="ImportDialog-figures">
        <Stat label={t`new items`} value={result.itemsAdded} />
        <Stat label={t`prices added`} value={result.added} />
        <Stat label={t`prices changed`} value={result.changed} />
        <Stat label={t`left as they were`} value={result.unchanged} />
        <Stat label={t`new categories`} value={result.categoriesAdded} />
        <Stat label={t`rows refused`} value={result.refused.length} />
      </div>
      {result.refused.length > 0 && (
        <DataTable
          caption={t`Rows that were left out`}
          rows={result.refused}
          rowKey={(row) => `${row.row} ${row.column}`}
          columns={[
            { id: 'row', header: t`Row`, rowHeader: true, cell: (row) => row.row },
            { id: 'column', header: t`Column`, cell: (row) => row.column },
            { id: 'value', header: t`Value`, cell: (row) => row.value },
            { id: 'reason', header: t`What is wrong`, cell: (row) => row.reason },
          ]}
        />
      )}
    </>
  );
}
