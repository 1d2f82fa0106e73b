import { openWindow } from '../src/server/window/open-window.ts';
import type { OpenedWindow } from '../src/server/window/open-window.ts';
import { buildScreens } from './build-screens.ts';
import { serveTill } from './serve-till.ts';

/** `npm start`: builds what is needed, starts the server and opens the till. Arguments go to `serve`. */
const own = ['--no-window', '--kiosk'];
const given = process.argv.slice(2);

await buildScreens();
const till = await serveTill(
  given.filter((argument) => !own.includes(argument)),
  (line) => console.log(line),
).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});

// npm passes a signal on that the terminal has given already: the server is asked once, so that the
// second does not cut it short. Windows hands Ctrl+C to the server itself, and knows no signal that asks.
let isAsked = process.platform === 'win32';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isAsked) till.process.kill('SIGTERM');
    isAsked = true;
  });
}

const window = given.includes('--no-window')
  ? undefined
  : await openWindow(till.address, { kiosk: given.includes('--kiosk') });
console.log(
  window
    ? 'The till opens in a window. Ctrl+C stops it.'
    : `Open ${till.address} in a browser. Ctrl+C stops the till.`,
);
let isStopped = false;
if (window) void sayWhenClosed(window);
process.exitCode = (await till.stopped) ?? 1;
isStopped = true;
window?.close();

async function sayWhenClosed({ closed }: OpenedWindow): Promise<void> {
  await closed;
  if (isStopped) return;
  console.log(`The window is closed, and the till goes on at ${till.address}. Ctrl+C stops it.`);
}
