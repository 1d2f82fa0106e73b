import * as routes from '../../../contract/site.ts';
import { loadWho, noteUse } from '../../access/session.ts';
import { commands, handlesSecrets, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { journalHead } from '../../journal/append.ts';
import { findSite, loadSite } from '../../load-site.ts';
import { Refused } from '../../refused.ts';
import { replaceOwnPin } from './change-own-pin.ts';
import { describeSession } from './describe-session.ts';
import { endSession } from './end-session.ts';
import { proposeCountries } from './get-countries.ts';
import { readWelcome } from './get-welcome.ts';
import { listTenders } from './list-tenders.ts';
import { recoverOwner } from './recover.ts';
import { renewRecoveryCode } from './renew-recovery-code.ts';
import { changeSite } from './save-site.ts';
import { changeTender } from './save-tender.ts';
import { setUpSite } from './set-up.ts';
import { signPersonIn } from './sign-in.ts';

export const siteHandlers: readonly Handler[] = [
  reads(routes.getWelcome, ({ deps, tx }) => readWelcome(deps, tx)),
  reads(routes.getHealth, async ({ deps, tx }) => {
    await findSite(tx);
    return { up: true, version: deps.version };
  }),
  reads(routes.getCountries, async () => proposeCountries()),
  handlesSecrets(routes.setUp, async ({ deps, setToken }, { body, terminal }) => {
    const { token, ...answer } = await setUpSite(deps, body, terminal);
    setToken(token);
    return answer;
  }),
  reads(routes.getSite, async ({ deps, tx }) => ({
    site: await loadSite(tx),
    tenders: await listTenders(tx),
    seq: (await journalHead(tx, deps.site)).seq,
  })),
  commands(routes.saveSite, (context, { body }) => changeSite(context, body)),
  commands(routes.saveTender, (context, { params, body }) =>
    changeTender(context, { ...params, ...body }),
  ),
  handlesSecrets(routes.signIn, (context, { body, terminal }) =>
    signPersonIn(context, body, terminal),
  ),
  reads(routes.getSession, async ({ deps, tx, who }) => {
    if (!who) throw new Refused('not_signed_in');
    const { alias: _alias, ...session } = await describeSession(deps, tx, who.staffId);
    return session;
  }),
  handlesSecrets(routes.signOut, async ({ deps, token, setToken }, { query }) => {
    await deps.database.write((tx) => endSession(deps, tx, token, query.reason ?? 'asked'));
    setToken(undefined);
    return {};
  }),
  handlesSecrets(routes.keepSession, async ({ deps, token }) => {
    noteUse(deps, await deps.database.read((tx) => loadWho(deps, tx, token)));
    return {};
  }),
  handlesSecrets(routes.changeOwnPin, async (context, { body, terminal }) => {
    await replaceOwnPin(context, body, terminal);
    return {};
  }),
  handlesSecrets(routes.recover, ({ deps }, { body, terminal }) =>
    recoverOwner(deps, body, terminal),
  ),
  handlesSecrets(routes.newRecoveryCode, (context, { body, terminal }) =>
    renewRecoveryCode(context, body, terminal),
  ),
];
