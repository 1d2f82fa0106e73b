import type { Deps } from '../deps.ts';
import type { Tx } from '../db/engine.ts';
import { rememberName } from '../access/aliases.ts';
import { hashPin, savePin } from '../access/pin.ts';
import { loadDemo } from '../features/demo/load-demo.ts';
import { record } from '../journal/record.ts';
import { newId } from '../new-id.ts';
import { everywhere, placeOf, readArguments } from './command.ts';
import type { Command } from './command.ts';
import { generatePin, makeNewSite, refuseSecondSite, siteInput } from './new-site.ts';
import { withNewTill } from './with-till.ts';

const people = [
  { name: 'Olivia', roleId: 'owner' },
  { name: 'Marco', roleId: 'manager' },
  { name: 'Maya', roleId: 'cashier' },
] as const;

/** Sets up a restaurant ready to show: people with generated PINs, a menu, tables and a year of sales. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo [--json] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, everywhere);
    const pins = distinctPins(people.length);
    const staff = people.map((person, i) => ({ ...person, pin: pins[i] ?? '' }));
    const [owner, ...others] = staff;
    if (!owner) throw new Error('a demo without an owner');
    const input = siteInput({
      name: 'Pizzeria Demo',
      country: 'US',
      'time-zone': 'America/New_York',
      owner: owner.name,
    });
    const made = await withNewTill(placeOf(context, values), async (deps) => {
      await refuseSecondSite(deps);
      const hired = await Promise.all(
        others.map(async (person) => ({ ...person, hash: await hashPin(deps, person.pin) })),
      );
      let loaded = { items: 0, tables: 0, orders: 0 };
      const { recoveryCode } = await makeNewSite(deps, input, owner.pin, async (tx) => {
        for (const person of hired) await hire(deps, tx, person);
        const cashiers = people.map(({ name }) => name);
        loaded = await loadDemo(deps, tx, { at: deps.now(), by: null, cashiers });
      });
      return { recoveryCode, ...loaded };
    });
    if (values.json) {
      const { recoveryCode, ...loaded } = made;
      const named = staff.map(({ name, roleId: role, pin }) => ({ name, role, pin }));
      context.print(
        JSON.stringify({ site: input.name, people: named, recovery_code: recoveryCode, ...loaded }),
      );
      return 0;
    }
    context.print(
      `${input.name} is ready: ${made.items} items, ${made.tables} tables, ${made.orders} past orders.`,
    );
    for (const { name, roleId, pin } of staff) {
      context.print(`${name.padEnd(10)} ${roleId.padEnd(8)} PIN ${pin}`);
    }
    context.print(`Recovery   ${made.recoveryCode}`);
    context.print('Write them down: they are shown this once. Then: armorpos serve');
    return 0;
  },
};

function distinctPins(count: number): string[] {
  const pins = new Set<string>();
  while (pins.size < count) pins.add(generatePin());
  return [...pins];
}

async function hire(
  deps: Deps,
  tx: Tx,
  person: { name: string; roleId: string; hash: Awaited<ReturnType<typeof hashPin>> },
): Promise<void> {
  const at = deps.now();
  const staffId = newId(at, deps.randomBytes);
  const alias = await rememberName(deps, tx, person.name);
  const after = { staffId, alias, roleId: person.roleId, active: true };
  await record(deps, tx, [{ type: 'staff_saved', at, by: null, before: null, after }]);
  await savePin(tx, staffId, person.hash, at);
}
