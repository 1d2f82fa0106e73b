import * as routes from '../../../contract/floor.ts';
import { commands, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { readFloor } from './get-floor.ts';
import { dropArea } from './remove-area.ts';
import { dropTable } from './remove-table.ts';
import { changeArea } from './save-area.ts';
import { changeTable } from './save-table.ts';

export const floorHandlers: readonly Handler[] = [
  reads(routes.getFloor, ({ deps, tx }) => readFloor(deps, tx)),
  commands(routes.saveArea, (context, { params, body }) =>
    changeArea(context, { ...params, ...body }),
  ),
  commands(routes.removeArea, (context, { params }) => dropArea(context, params.areaId)),
  commands(routes.saveTable, (context, { params, body }) =>
    changeTable(context, { ...params, ...body }),
  ),
  commands(routes.removeTable, (context, { params }) => dropTable(context, params.tableId)),
];
