import { ownerRoleId } from '../../../domain/permission.ts';
import { checkPin } from '../../access/check-pin.ts';
import { makeRecoveryCode } from '../../access/recovery-code.ts';
import { loadWho, plain } from '../../access/session.ts';
import type { Who } from '../../access/session.ts';
import type { SecretContext } from '../../http/handler.ts';
import { Refused } from '../../refused.ts';

/**
 * Makes a new recovery code for an owner who gives the PIN again; the one before is dead at once (U4).
 * Refusals: owners_only, pin_wrong, pin_locked.
 */
export async function renewRecoveryCode(
  { deps, token }: SecretContext,
  { pin }: { readonly pin: string },
  terminal: string,
): Promise<{ recoveryCode: string }> {
  const { staffId } = await deps.database.read(async (tx) =>
    ownerOnly(await loadWho(deps, tx, token)),
  );
  await checkPin(deps, staffId, pin, terminal);
  return deps.database.write(async (tx) => {
    // Asked again: the session may have been ended while the PIN was checked.
    const who = ownerOnly(await loadWho(deps, tx, token));
    return { recoveryCode: await makeRecoveryCode(deps, tx, plain(who)) };
  });
}

/** Whoever has the code can become an owner, so a permission alone does not give it. */
function ownerOnly(who: Who): Who {
  if (who.roleId !== ownerRoleId) throw new Refused('owners_only');
  return who;
}
