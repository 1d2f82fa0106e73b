import type { Area, Table, TableShape } from '../../../domain/floor/floor.ts';
import type { Reading } from '../../db/engine.ts';

export async function listAreas(tx: Reading): Promise<Area[]> {
  const rows = await tx.all(
    tx.sql.selectFrom('areas').selectAll().orderBy('position').orderBy('area_id'),
  );
  return rows.map((row) => ({ areaId: row.area_id, name: row.name, position: row.position }));
}

export async function listTables(tx: Reading): Promise<Table[]> {
  const rows = await tx.all(tx.sql.selectFrom('floor_tables').selectAll().orderBy('table_id'));
  return rows
    .map((row) => ({
      tableId: row.table_id,
      areaId: row.area_id,
      name: row.name,
      seats: row.seats,
      shape: row.shape as TableShape,
      x: row.x,
      y: row.y,
      width: row.width,
      height: row.height,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
