import type { Money } from '../money.ts';

export type Category = {
  readonly categoryId: string;
  readonly name: string;
  readonly emoji: string;
  /** Hue of its tiles, 0–359 degrees. */
  readonly hue: number;
  readonly position: number;
};

/** A tax as the owner names it; rate in parts per million (M1). */
export type Tax = { readonly taxId: string; readonly name: string; readonly ratePpm: number };

export type Portion = {
  readonly portionId: string;
  /** Empty where an item comes in one size only. */
  readonly name: string;
  readonly price: Money;
};

export type Item = {
  readonly itemId: string;
  readonly categoryId: string;
  readonly name: string;
  readonly description: string;
  readonly emoji: string;
  readonly pictureId: string | null;
  readonly sku: string;
  readonly barcode: string;
  readonly taxIds: readonly string[];
  readonly portions: readonly Portion[];
  readonly position: number;
  readonly soldOut: boolean;
};

/** Real menus hold dishes described in their very names, of up to 540 characters; more than 560 fit into no key of InnoDB. */
export const menuLimits = { name: 560, description: 1000, portions: 20, taxes: 5 } as const;
