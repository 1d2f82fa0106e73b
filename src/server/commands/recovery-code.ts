import { makeRecoveryCode } from '../access/recovery-code.ts';
import { loadSite } from '../load-site.ts';
import { everywhere, placeOf, readArguments } from './command.ts';
import type { Command } from './command.ts';
import { withTill } from './with-till.ts';

/** Makes a new recovery code where PIN and code are both lost; whoever holds the data holds the till anyway (U4). */
export const recoveryCode: Command = {
  name: 'recovery-code',
  usage: 'recovery-code [--json] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, everywhere);
    const code = await withTill(placeOf(context, values), (deps) =>
      deps.database.write(async (tx) => {
        await loadSite(tx);
        return makeRecoveryCode(deps, tx, null);
      }),
    );
    if (values.json) context.print(JSON.stringify({ recovery_code: code }));
    else {
      context.print(`Recovery   ${code}`);
      context.print('Write it down: it is shown this once. The one before no longer works.');
    }
    return 0;
  },
};
