import * as z from 'zod/mini';
import { orderSummary } from './orders.ts';
import { id, name, position } from './primitives.ts';
import { route } from './route.ts';

const hundredths = z.number().check(z.gte(0), z.lte(100));
const areaFields = { name: name(60), position };
const tableFields = {
  areaId: id,
  name: name(20),
  seats: z.int().check(z.gte(0), z.lte(99)),
  shape: z.enum(['round', 'square', 'bar']),
  x: hundredths,
  y: hundredths,
  width: hundredths,
  height: hundredths,
};
export const area = z.object({ areaId: z.string(), ...areaFields });
export const table = z.object({ tableId: z.string(), ...tableFields });
const saved = z.object({ seq: z.int() });

export const floor = z.object({
  areas: z.array(area),
  tables: z.array(
    z.object({
      ...table.shape,
      status: z.enum(['available', 'occupied', 'billing']),
      order: z.nullable(orderSummary),
    }),
  ),
  /** Open orders without a table: quick sales left open, and to go. */
  counter: z.array(orderSummary),
  seq: z.int(),
});
export type Floor = z.infer<typeof floor>;

export const getFloor = route({
  name: 'getFloor',
  method: 'GET',
  path: '/floor',
  summary: 'Areas and tables, each with its open order; status is derived (O7).',
  access: 'orders.take',
  kind: 'read',
  answer: floor,
});
export const saveArea = route({
  name: 'saveArea',
  method: 'PUT',
  path: '/floor/areas/:areaId',
  summary: 'Adds or changes an area.',
  access: 'floor.edit',
  kind: 'command',
  params: z.strictObject({ areaId: id }),
  body: z.strictObject(areaFields),
  answer: saved,
});
export const removeArea = route({
  name: 'removeArea',
  method: 'DELETE',
  path: '/floor/areas/:areaId',
  summary: 'Removes an area without tables.',
  access: 'floor.edit',
  kind: 'command',
  params: z.strictObject({ areaId: id }),
  answer: saved,
});
export const saveTable = route({
  name: 'saveTable',
  method: 'PUT',
  path: '/floor/tables/:tableId',
  summary: 'Adds or changes a table.',
  access: 'floor.edit',
  kind: 'command',
  params: z.strictObject({ tableId: id }),
  body: z.strictObject(tableFields),
  answer: saved,
});
export const removeTable = route({
  name: 'removeTable',
  method: 'DELETE',
  path: '/floor/tables/:tableId',
  summary: 'Removes a table that has no open order.',
  access: 'floor.edit',
  kind: 'command',
  params: z.strictObject({ tableId: id }),
  answer: saved,
});
