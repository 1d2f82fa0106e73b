import { Plural, useLingui } from '@lingui/react/macro';
import type { MenuImport } from '../../../contract/menu.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Button } from '../../kit/Button.tsx';
import { DataTable } from '../../kit/DataTable.tsx';

/** Row by row what a file brought, and what of it was refused. */
export function ImportResult({ result, onDone }: { result: MenuImport; onDone: () => void }) {
  const { t } = useLingui();
  const { itemsAdded, added, categoriesAdded, refused } = result;
  return (
    <>
      <Banner
        title={
          <Plural value={itemsAdded} one="# item was imported" other="# items were imported" />
        }
      >
        <Plural value={added} one="with # price" other="with # prices" />{' '}
        <Plural value={categoriesAdded} one="in # new category" other="in # new categories" />
      </Banner>
      {refused.length > 0 && (
        <DataTable
          caption={t`Rows that were left out`}
          rows={refused}
          rowKey={(row) => `${row.row} ${row.column}`}
          columns={[
            { id: 'row', header: t`Row`, cell: (row) => row.row, rowHeader: true },
            { id: 'column', header: t`Column`, cell: (row) => row.column },
            { id: 'value', header: t`Value`, cell: (row) => row.value },
            { id: 'reason', header: t`Reason`, cell: (row) => row.reason },
          ]}
        />
      )}
      <div className="SetUp-actions">
        <Button variant="accent" size="l" onClick={onDone}>
          {t`Open the till`}
        </Button>
      </div>
    </>
  );
}
