import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { projectedTables } from '../../src/server/db/schema.ts';
import type { ProjectedTable } from '../../src/server/db/schema.ts';
import type { Anchor } from '../../src/server/journal/verify.ts';
import type { Random } from '../random.ts';
import { TamperedFile } from './tampered-file.ts';
import type { Entry } from './tampered-file.ts';

type Scene = {
  readonly path: string;
  readonly random: Random;
  readonly backups: readonly { readonly path: string; readonly seq: number }[];
  readonly anchor: Anchor | undefined;
};
/** What a verifier must say: the first bad entry, or a table that differs. */
type Expected = {
  readonly what: string;
  readonly firstBad?: number;
  readonly table?: string;
  /** Only what somebody holds outside the file gives it away: a receipt. */
  readonly needsAnchor?: boolean;
};
type Tampering = { readonly name: string; readonly play: (scene: Scene) => Expected };

/** Ways to change what was sold, after the fact. */
export const tamperings: readonly Tampering[] = [
  { name: 'byte of a content', play: flipContent },
  { name: 'byte in the file', play: flipInFile },
  { name: 'byte of a hash', play: flipHash },
  { name: 'other column', play: changeColumn },
  { name: 'row deleted', play: deleteRow },
  { name: 'rows swapped', play: swapRows },
  { name: 'row inserted', play: insertRow },
  { name: 'tail cut', play: cutTail },
  { name: 'tail cut, head moved', play: cutTailAndHead },
  { name: 'content and all hashes rewritten', play: rewriteChain },
  { name: 'payment changed in its table', play: changePayment },
  { name: 'another table changed', play: changeTable },
  { name: 'row of a table deleted', play: deleteFromTable },
  { name: 'file replaced by an older one', play: replaceFile },
];

function withFile<T>({ path }: Scene, work: (file: TamperedFile) => T): T {
  const file = new TamperedFile(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
}

function pickEntry(file: TamperedFile, random: Random): Entry {
  return random.pick(file.entries());
}

/** Another character, so that the text stays one that the database takes. */
function otherCharacter(text: string, at: number, alphabet: string, random: Random): string {
  const choices = [...alphabet].filter((each) => each !== text[at]);
  return text.slice(0, at) + random.pick(choices) + text.slice(at + 1);
}

function flipContent(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const { seq, content } = pickEntry(file, random);
    const at = random.integer(0, content.length - 1);
    const changed = otherCharacter(content, at, '0123456789abc"}:', random);
    file.run('update journal set content = ? where seq = ?', changed, seq);
    return { what: `entry ${seq} at ${at}`, firstBad: seq };
  });
}

/** In the bytes of the file itself, as a hex editor does it. */
function flipInFile(scene: Scene): Expected {
  const { path, random } = scene;
  const before = withFile(scene, (file) => file.entries());
  const honest = readFileSync(path);
  // The first part of a content is never split over pages, and its instant is in it.
  const words = random.pick(before).content.slice(0, 24);
  for (let at = honest.indexOf(words); at >= 0; at = honest.indexOf(words, at + 1)) {
    const spot = at + random.integer(10, 23);
    const bytes = Buffer.from(honest);
    bytes.writeUInt8((bytes[spot] ?? 0) ^ (1 << random.integer(0, 3)), spot);
    writeFileSync(path, bytes);
    const after = withFile(scene, (file) => file.entries());
    const bad = after.find((entry, i) => entry.content !== before[i]?.content);
    // Moved rows leave dead copies behind, in which a flip changes nothing.
    if (bad) return { what: `byte ${spot} of the file`, firstBad: bad.seq };
  }
  throw new Error(`no entry stands in the file as ${words}`);
}

function flipHash(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const { seq, hash } = pickEntry(file, random);
    const at = random.integer(0, hash.length - 1);
    const changed = otherCharacter(hash, at, '0123456789abcdef', random);
    file.run('update journal set hash = ? where seq = ?', changed, seq);
    return { what: `hash of entry ${seq}`, firstBad: seq };
  });
}

function changeColumn(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const { seq } = pickEntry(file, random);
    const change = random.pick(['at = at + 1', "type = 'no_sale'", "order_id = 'another'"]);
    file.run(`update journal set ${change} where seq = ?`, seq);
    return { what: `${change} of entry ${seq}`, firstBad: seq };
  });
}

function deleteRow(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { seq } = pickEntry(file, scene.random);
    file.run('delete from journal where seq = ?', seq);
    return { what: `entry ${seq}`, firstBad: seq };
  });
}

function swapRows(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const entries = file.entries();
    const first = random.integer(0, entries.length - 2);
    const [a, b] = [entries[first]!, entries[random.integer(first + 1, entries.length - 1)]!];
    for (const [from, to] of [
      [a.seq, -1],
      [b.seq, a.seq],
      [-1, b.seq],
    ] as const) {
      file.run('update journal set seq = ? where seq = ?', to, from);
    }
    return { what: `entries ${a.seq} and ${b.seq}`, firstBad: a.seq };
  });
}

/** A forged entry between two others; those after it move on by one. */
function insertRow(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { seq } = pickEntry(file, scene.random);
    const last = file.entries().length;
    for (let each = last; each >= seq; each -= 1) {
      file.run('update journal set seq = seq + 1 where seq = ?', each);
    }
    file.run(
      `insert into journal select site, ?, at, type, order_id, content, hash from journal where seq = ?`,
      seq,
      seq + 1,
    );
    file.run('update journal_heads set seq = seq + 1');
    // The forged one stands where its twin stood, and looks like it: the twin is the first that is wrong.
    return { what: `a twin before entry ${seq}`, firstBad: seq + 1 };
  });
}

function cutTail(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const last = file.entries().length;
    const first = last - scene.random.integer(0, 20);
    file.run('delete from journal where seq >= ?', first);
    return { what: `from entry ${first} on`, firstBad: first };
  });
}

/** The chain that is left is whole; what a receipt says is not in it. */
function cutTailAndHead(scene: Scene): Expected {
  const { anchor, random } = scene;
  return withFile(scene, (file) => {
    const first = (anchor?.seq ?? 0) - random.integer(0, 20);
    file.run('delete from journal where seq >= ?', first);
    file.rehash(first);
    return { what: `from entry ${first} on`, firstBad: anchor?.seq ?? 0, needsAnchor: true };
  });
}

/** Somebody who knows how the chain is made makes it anew; the receipt's head tells. */
function rewriteChain(scene: Scene): Expected {
  const { anchor, random } = scene;
  return withFile(scene, (file) => {
    const entries = file.entries().filter((each) => each.seq <= (anchor?.seq ?? 0));
    const { seq, content } = random.pick(
      entries.filter((each) => each.content.includes('"at":17')),
    );
    const at = content.indexOf('"at":17') + 12;
    const changed = otherCharacter(content, at, '0123456789', random);
    const instant = instantOf(changed);
    file.run('update journal set content = ?, at = ? where seq = ?', changed, instant, seq);
    file.rehash(seq);
    return { what: `from entry ${seq} on`, firstBad: anchor?.seq ?? 0, needsAnchor: true };
  });
}

function instantOf(content: string): number {
  return (JSON.parse(content) as { event: { at: number } }).event.at;
}

function changePayment(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const { id } = random.pick(
      file.rows<{ id: string }>('select payment_id as id from payments order by position, at'),
    );
    const change = random.pick([
      'applied = applied - 1',
      'tendered = tendered + 100',
      'tip = tip + 1',
      "tender_id = 'card2'",
      "tender = 'Voucher'",
      'at = at - 86400000',
      "business_date = '2026-03-12'",
      'change_given = change_given + 1',
    ]);
    file.run(`update payments set ${change} where payment_id = ?`, id);
    return { what: change, table: 'payments' };
  });
}

const numbersOf: Readonly<Partial<Record<ProjectedTable, readonly string[]>>> = {
  orders: ['total', 'tax', 'net', 'paid', 'covers', 'receipt_number', 'settled_at', 'last_seq'],
  order_lines: ['quantity', 'unit_price', 'total', 'tax', 'added_at'],
  order_taxes: ['base', 'tax', 'rate_ppm'],
  day_totals: ['total', 'orders', 'void_amount', 'tax'],
  day_tenders: ['amount', 'payments'],
  day_items: ['items', 'total'],
  day_hours: ['total'],
  day_taxes: ['tax', 'base'],
  day_cashiers: ['total'],
  item_portions: ['price'],
  taxes: ['rate_ppm'],
  counters: ['value'],
  site: ['cash_step'],
  staff: ['active'],
};

function changeTable(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const table = random.pick(Object.keys(numbersOf) as ProjectedTable[]);
    const column = random.pick(numbersOf[table] ?? []);
    const { where, values } = randomRow(file, table, random);
    // Past every value that a unique index may hold.
    const changed = `coalesce(${column}, 0) + 1009`;
    file.run(`update ${table} set ${column} = ${changed} where ${where}`, ...values);
    return { what: `${table}.${column}`, table };
  });
}

function deleteFromTable(scene: Scene): Expected {
  return withFile(scene, (file) => {
    const { random } = scene;
    const table = random.pick<ProjectedTable>([
      'payments',
      'order_taxes',
      'day_items',
      'order_lines',
      'tenders',
    ]);
    const { where, values } = randomRow(file, table, random);
    file.run(`delete from ${table} where ${where}`, ...values);
    return { what: table, table };
  });
}

function randomRow(
  file: TamperedFile,
  table: ProjectedTable,
  random: Random,
): { where: string; values: (string | number)[] } {
  const keys: readonly string[] = projectedTables[table];
  const list = keys.join(', ');
  const row = random.pick(
    file.rows<Record<string, string | number>>(`select ${list} from ${table} order by ${list}`),
  );
  const where = keys.map((key) => `${key} = ?`).join(' and ');
  return { where, values: keys.map((key) => row[key] ?? 0) };
}

/** Whole in itself, and older than the receipt that somebody holds. */
function replaceFile({ path, random, backups, anchor }: Scene): Expected {
  const older = random.pick(backups);
  copyFileSync(older.path, path);
  return { what: `as of entry ${older.seq}`, firstBad: anchor?.seq ?? 0, needsAnchor: true };
}
