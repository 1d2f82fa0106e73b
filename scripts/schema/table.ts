/** A column, in the words that both engines share. */
export type Column = {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'real' | 'bytes';
  readonly mayBeEmpty: boolean;
  readonly usually: string | null;
};

export type ForeignKey = {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
};

export type Index = { readonly name: string; readonly columns: readonly string[] };

/** A table as the engine itself describes it; lists whose order means nothing are sorted. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly Index[];
  readonly checks: readonly string[];
  readonly triggers: readonly string[];
};

export function sorted<T>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** A check constraint without what engines write differently: quotes of names, spaces, outer brackets. */
export function plainCheck(sql: string): string {
  return sql
    .replaceAll('`', '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*,\s*/g, ', ')
    .trim();
}
