import { openWindow } from '../window/open-window.ts';
import type { OpenedWindow } from '../window/open-window.ts';
import { CommandRefused, placeOf, readArguments } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { findRunningTill } from './find-running-till.ts';
import { serveOptions, serveUntilStopped, usualPort } from './serve.ts';

/** How long a service may take to come up after the PC. */
const serviceLimitMs = 30_000;

/**
 * Shows the till in a window: the one that runs on this machine already, as a service for instance, or else
 * one that it serves itself until it is told to stop. What a double click on the program does. With --running
 * it never makes a till of its own: beside a service that is down, that would be a second, empty restaurant.
 */
export const open: Command = {
  name: 'open',
  usage: 'open [--running] [--kiosk] [--port N] [--host ADDRESS] [--data DIR]',
  async run(context) {
    const { values } = readArguments(context, {
      ...serveOptions,
      kiosk: { type: 'boolean' },
      running: { type: 'boolean' },
    });
    const show = (address: string) => showTill(context, address, values.kiosk ?? false);
    const isAnyTill = values.data === undefined && values.port === undefined;
    const running = await findRunningTill(placeOf(context, values).directory, {
      port: isAnyTill ? usualPort : undefined,
      waitMs: values.running ? serviceLimitMs : 0,
    });
    if (running !== undefined) {
      await show(running);
      return 0;
    }
    if (values.running) {
      // A click on an icon must not end in nothing: the browser says that nobody answers, and tries again.
      await show(`http://127.0.0.1:${usualPort}`);
      throw new CommandRefused('No till answers on this machine. Is its service stopped?');
    }
    let shown: Promise<OpenedWindow | undefined> | undefined;
    const code = await serveUntilStopped(context, values, (address) => {
      shown = show(address);
    });
    (await shown)?.close();
    return code;
  },
};

async function showTill(
  { print }: CommandContext,
  address: string,
  kiosk: boolean,
): Promise<OpenedWindow | undefined> {
  const window = await openWindow(address, { kiosk });
  print(window ? 'The till opens in a window.' : `Open ${address} in a browser.`);
  return window;
}
