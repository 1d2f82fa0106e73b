import { everywhere, placeOf, readArguments, WrongUsage } from './command.ts';
import type { Command } from './command.ts';
import { describeSite, generatePin, makeNewSite, siteInput } from './new-site.ts';
import { withNewTill } from './with-till.ts';

/** Makes a new site; its owner's PIN and the recovery code are printed once and never again. */
export const setup: Command = {
  name: 'setup',
  usage:
    'setup --name NAME --country US --time-zone America/New_York [--cutoff 04:00] [--currency USD] [--owner NAME] [--json] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, {
      ...everywhere,
      name: { type: 'string' },
      country: { type: 'string' },
      'time-zone': { type: 'string' },
      cutoff: { type: 'string' },
      currency: { type: 'string' },
      owner: { type: 'string' },
    });
    const { name, country, 'time-zone': timeZone } = values;
    if (name === undefined || country === undefined || timeZone === undefined) {
      throw new WrongUsage('It needs --name, --country and --time-zone.');
    }
    const input = siteInput({ ...values, name, country, 'time-zone': timeZone });
    const pin = generatePin();
    const { recoveryCode } = await withNewTill(placeOf(context, values), (deps) =>
      makeNewSite(deps, input, pin),
    );
    if (values.json) {
      const owner = { name: input.owner.name, pin };
      context.print(JSON.stringify({ site: input.name, owner, recovery_code: recoveryCode }));
      return 0;
    }
    for (const line of describeSite(input)) context.print(line);
    context.print(`Owner      ${input.owner.name}, PIN ${pin}`);
    context.print(`Recovery   ${recoveryCode}`);
    context.print('Write both down: they are shown this once.');
    return 0;
  },
};
