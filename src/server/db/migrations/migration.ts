/** What an engine calls the kinds of column that the till needs. */
export type ColumnTypes = {
  /** Ids, codes and hashes: up to 64 characters. */
  readonly id: string;
  /** The name of a site, made by the till alone. */
  readonly site: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Text of people, up to a thousand characters. */
  readonly text: string;
  /** As `text`, where it is part of a key, which holds `most` characters and no more. */
  readonly key: (most: number) => string;
  readonly long: string;
  /** Whole numbers of 64 bits: amounts, instants, counts, flags. */
  readonly int: string;
  readonly real: string;
  readonly bytes: string;
  /** Stands after each table's columns. Rows lie in the order of their primary key. */
  readonly table: string;
  /** As `table`, for rows too large to lie in their key's tree. */
  readonly largeRows: string;
};

/** One numbered step of the schema; never edited after release. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  /** On MySQL each is durable by itself and may be run again after a power cut: one that moves data must bear that. */
  readonly statements: (types: ColumnTypes) => readonly string[];
};
