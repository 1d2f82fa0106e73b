import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { entryHash, genesisHash } from '../../src/server/journal/append.ts';

export type Entry = { seq: number; content: string; hash: string };

/** Opens the file as somebody does who has it in hand: no trigger and no rule stands in the way. */
export class TamperedFile {
  readonly #handle: DatabaseSync;
  readonly #triggers: readonly string[];

  constructor(path: string) {
    this.#handle = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    // This file is thrown away.
    this.run('pragma synchronous = off');
    const triggers = this.rows<{ name: string; sql: string }>(
      "select name, sql from sqlite_schema where type = 'trigger'",
    );
    for (const { name } of triggers) this.run(`drop trigger ${name}`);
    this.run('pragma ignore_check_constraints = on');
    this.#triggers = triggers.map(({ sql }) => sql);
  }

  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#handle.prepare(sql).all(...values) as Row[];
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#handle.prepare(sql).run(...values);
  }

  entries(): Entry[] {
    return this.rows<Entry>('select seq, content, hash from journal order by seq');
  }

  /** Gives every entry from this one on the hash that its new content asks for, and the head too. */
  rehash(from: number): void {
    let before = genesisHash;
    let last = 0;
    for (const { seq, content, hash } of this.entries()) {
      const made = seq < from ? hash : entryHash(before, content);
      if (made !== hash) this.run('update journal set hash = ? where seq = ?', made, seq);
      before = made;
      last = seq;
    }
    this.run('update journal_heads set seq = ?, hash = ?', last, before);
  }

  /** Covers its tracks and closes. */
  close(): void {
    for (const sql of this.#triggers) this.run(sql);
    this.#handle.close();
  }
}
