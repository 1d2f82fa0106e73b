import type { Reading } from '../db/engine.ts';

/** `{"entry":…,"hash":…,"seq":…}`: `entry` is the very text that the hash is made of (J1). */
export async function* journalLines(tx: Reading, site: string): AsyncIterable<string> {
  const entries = tx.each(
    tx.sql
      .selectFrom('journal')
      .select(['seq', 'hash', 'content'])
      .where('site', '=', site)
      .orderBy('seq'),
  );
  for await (const { seq, hash, content } of entries) {
    yield `{"entry":${content},"hash":"${hash}","seq":${seq}}\n`;
  }
}
