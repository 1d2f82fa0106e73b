import * as routes from '../../../contract/journal.ts';
import { handlesSecrets, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { listJournal } from './list-journal.ts';
import { verifyAside } from './verify-aside.ts';

export const journalHandlers: readonly Handler[] = [
  reads(routes.listJournal, ({ deps, tx }, { query }) => listJournal(tx, deps.site, query)),
  // It writes nothing, but takes too long for a read that anybody could repeat by reloading a page.
  handlesSecrets(routes.verifyJournal, ({ deps }) => verifyAside(deps)),
];
