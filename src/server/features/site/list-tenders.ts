import type { TenderKind } from '../../../domain/order/order.ts';
import type { Tender } from '../../../domain/site/site.ts';
import type { Reading } from '../../db/engine.ts';

/** Every tender, switched off or not, in the order they are shown. */
export async function listTenders(tx: Reading): Promise<Tender[]> {
  const rows = await tx.all(
    tx.sql.selectFrom('tenders').selectAll().orderBy('position').orderBy('tender_id'),
  );
  return rows.map((row) => ({
    tenderId: row.tender_id,
    name: row.name,
    kind: row.kind as TenderKind,
    active: row.active === 1,
    position: row.position,
  }));
}
