import type { Session } from '../../../contract/site.ts';
import { checkPin } from '../../access/check-pin.ts';
import { startSession } from '../../access/session.ts';
import type { SecretContext } from '../../http/handler.ts';
import { loadSite } from '../../load-site.ts';
import { describeSession } from './describe-session.ts';
import { endSession } from './end-session.ts';

/**
 * Signs somebody in by their PIN; whoever was signed in on this browser no longer is (U1). Refusals:
 * not_set_up, pin_wrong, pin_locked.
 */
export async function signPersonIn(
  { deps, token, setToken }: SecretContext,
  given: { readonly staffId: string; readonly pin: string },
  terminal: string,
): Promise<Session> {
  await deps.database.read(loadSite);
  await checkPin(deps, given.staffId, given.pin, terminal);
  const signedIn = await deps.database.write(async (tx) => {
    const { alias, ...session } = await describeSession(deps, tx, given.staffId);
    await endSession(deps, tx, token, 'asked');
    const person = { staffId: given.staffId, alias };
    return { session, token: await startSession(deps, tx, person, terminal) };
  });
  setToken(signedIn.token);
  return signedIn.session;
}
