import type { Terminal } from '../killed/terminal.ts';
import type { ServerProcess } from '../server-process.ts';

/** Lets all terminals sell, each at the server that is its own in turn, until `during` is done. */
export async function sellWhile(
  terminals: readonly Terminal[],
  servers: readonly ServerProcess[],
  during: () => Promise<void>,
): Promise<void> {
  let isOver = false;
  const atWork = Promise.all(
    terminals.map((terminal, i) =>
      terminal.work(servers[i % servers.length]?.port ?? 0, () => isOver),
    ),
  );
  try {
    await during();
  } finally {
    isOver = true;
    await atWork;
  }
}
