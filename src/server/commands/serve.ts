import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetOldCommands } from '../http/forget-commands.ts';
import { watchClock } from '../journal/watch-clock.ts';
import { closeTill, createLog, openTill } from '../open-till.ts';
import { onParentStop, tellParent } from '../parent-process.ts';
import { lockForServer } from '../server-lock.ts';
import { everywhere, placeOf, readArguments, WrongUsage } from './command.ts';
import type { Command, CommandContext } from './command.ts';

export const usualPort = 4747;
/** In the data directory, while a till serves it: where it listens. */
export const addressFileName = 'server.address';

/** Options of whatever serves. */
export const serveOptions = {
  ...everywhere,
  port: { type: 'string' },
  host: { type: 'string' },
} as const;

/** The till without a window. */
export const serve: Command = {
  name: 'serve',
  usage: 'serve [--port N] [--host ADDRESS] [--data DIR]',
  run: (context) => serveUntilStopped(context, readArguments(context, serveOptions).values),
};

type ServeValues = ReturnType<typeof readArguments<typeof serveOptions>>['values'];

/**
 * Serves the till until it is told to stop; then finishes what it has acknowledged (SIGTERM, SIGINT, SIGHUP,
 * or the desktop's word). `listening` hears its address once it answers.
 */
export async function serveUntilStopped(
  context: CommandContext,
  values: ServeValues,
  listening: (address: string) => void = () => {},
): Promise<number> {
  const port = values.port === undefined ? usualPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new WrongUsage(`--port takes a number from 0 to 65535, not "${values.port}".`);
  }
  const host = values.host ?? '127.0.0.1';
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new WrongUsage(
      'This version serves this machine alone: --host 127.0.0.1, ::1 or localhost.',
    );
  }
  const place = placeOf(context, values);
  const { directory } = place;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const unlock = lockForServer(directory);
  const deps = await openTill(place, createLog(process.env['ARMORPOS_LOG'] ?? 'warn'));
  // Loaded here alone: it takes half a second that no other command should wait for.
  const { buildApp } = await import('../http/build-app.ts');
  const app = await buildApp(deps);
  const address = await app.listen({ port, host });
  deps.announcer.start();
  const stopWatching = await watchClock(deps);
  await forgetOldCommands(deps);
  const addressFile = join(directory, addressFileName);
  writeFileSync(addressFile, `${address}\n`);
  context.print(`ArmorPOS is listening on ${address}`);
  tellParent({ type: 'listening', address });
  listening(address);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    // The terminal's window was closed.
    process.once('SIGHUP', () => resolve());
    onParentStop(resolve);
  });
  stopWatching();
  await app.close();
  await closeTill(deps);
  rmSync(addressFile, { force: true });
  unlock();
  tellParent({ type: 'stopped' });
  return 0;
}
