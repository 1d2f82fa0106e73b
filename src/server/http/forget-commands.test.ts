import { expect, it } from 'vitest';
import { openTestTill } from '../test-till.ts';
import { forgetOldCommands } from './forget-commands.ts';

it('O2: answers are kept for a month, then forgotten', async () => {
  const till = await openTestTill();
  const area = { name: 'Hall', position: 0 };
  const key = till.newKey();
  const first = await till.as('owner').put('/floor/areas/hall', area, { key });
  till.clock.pass(29 * 86_400_000);
  expect(await forgetOldCommands(till.deps)).toBe(0);
  await till.as('owner').signIn(till.ownerId, '135790');
  const again = await till.as('owner').put('/floor/areas/hall', area, { key });
  expect(again.body).toBe(first.body);
  till.clock.pass(2 * 86_400_000);
  expect(await forgetOldCommands(till.deps)).toBe(1);
  await till.close();
});
