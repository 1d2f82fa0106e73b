import { loadDemo as loadDemoRoute } from '../../../contract/menu.ts';
import { plain } from '../../access/session.ts';
import { commands } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { loadDemo } from './load-demo.ts';

export const demoHandlers: readonly Handler[] = [
  commands(loadDemoRoute, async ({ deps, tx, who, at }) =>
    loadDemo(deps, tx, { at, by: plain(who), cashiers: [] }),
  ),
];
