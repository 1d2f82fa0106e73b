import { money } from '../../../domain/money.ts';
import type { Money } from '../../../domain/money.ts';

/** Adds up rows that agree in some fields; `total` and the like stay Money. */
export function addUp<
  Row extends Record<Key, string | number> & Record<Sum, number>,
  Key extends string,
  Sum extends string,
>(
  rows: readonly Row[],
  keys: readonly Key[],
  sums: readonly Sum[],
): Pick<Row, (Key | Sum) & keyof Row>[] {
  const byKey = new Map<string, Record<string, string | number>>();
  for (const row of rows) {
    const key = keys.map((name) => row[name]).join('\n');
    const sum = byKey.get(key) ?? Object.fromEntries(keys.map((name) => [name, row[name]]));
    for (const name of sums) sum[name] = addMoney(Number(sum[name] ?? 0), row[name]);
    byKey.set(key, sum);
  }
  // Each has exactly the fields asked for, which the compiler cannot follow through the map.
  return [...byKey.values()] as Pick<Row, (Key | Sum) & keyof Row>[];
}

function addMoney(a: number, b: number): Money {
  return money(a + b);
}

/** Sorts by the code points of these fields, the same on every machine and in every language. */
export function byText<Key extends string>(
  ...keys: readonly Key[]
): (a: Record<Key, string>, b: Record<Key, string>) => number {
  return (a, b) => {
    const key = keys.find((name) => a[name] !== b[name]);
    if (key === undefined) return 0;
    return a[key] < b[key] ? -1 : 1;
  };
}

export function byNumber<Key extends string>(
  key: Key,
): (a: Record<Key, number>, b: Record<Key, number>) => number {
  return (a, b) => a[key] - b[key];
}
