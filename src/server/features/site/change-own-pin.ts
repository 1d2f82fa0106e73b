import { checkPin } from '../../access/check-pin.ts';
import { hashPin, savePin } from '../../access/pin.ts';
import { endSessions, loadWho, plain } from '../../access/session.ts';
import type { SecretContext } from '../../http/handler.ts';
import { record } from '../../journal/record.ts';

/** Changes one's own PIN, knowing the old one, and ends one's other sessions. Refusals: pin_wrong, pin_locked. */
export async function replaceOwnPin(
  { deps, token }: SecretContext,
  given: { readonly pin: string; readonly newPin: string },
  terminal: string,
): Promise<void> {
  const { staffId } = await deps.database.read((tx) => loadWho(deps, tx, token));
  await checkPin(deps, staffId, given.pin, terminal);
  const hashed = await hashPin(deps, given.newPin);
  await deps.database.write(async (tx) => {
    // Asked again: the session may have been ended while the PIN was hashed.
    const who = await loadWho(deps, tx, token);
    const { alias } = who;
    const at = deps.now();
    await savePin(tx, staffId, hashed, at);
    await record(deps, tx, [{ type: 'pin_changed', at, by: plain(who), staffId, alias }]);
    await endSessions(deps, tx, who, 'pin_changed', { except: who.sessionHash });
  });
}
