import type { Deps } from '../deps.ts';

const keptMs = 30 * 86_400_000;

/**
 * Forgets the answers of commands a month old: no screen repeats a tap that long. A key begins with the
 * moment it was made (UUIDv7), so the oldest lie together.
 */
export async function forgetOldCommands(deps: Deps): Promise<number> {
  const oldest = (deps.now() - keptMs).toString(16).padStart(12, '0');
  const firstKept = `${oldest.slice(0, 8)}-${oldest.slice(8)}`;
  return deps.database.write((tx) =>
    tx.run(
      tx.sql
        .deleteFrom('commands')
        .where('command_key', '<', firstKept)
        // A device with a wrong clock makes keys of another time: what was done lately stays.
        .where('at', '<', deps.now() - keptMs),
    ),
  );
}
