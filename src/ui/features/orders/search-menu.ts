import { fold } from '../../../domain/menu/fold.ts';

export type Searchable = { readonly folded: string };

/**
 * Items whose name holds every typed word, in any order, accents and case aside; those that begin
 * with what was typed come first, then those with a word that does, each in the menu's own order.
 */
export function searchMenu<T extends Searchable>(items: readonly T[], typed: string): readonly T[] {
  const text = fold(typed);
  if (text === '') return items;
  const words = text.split(' ');
  const ranks: [T[], T[], T[]] = [[], [], []];
  for (const item of items) {
    if (!words.every((word) => item.folded.includes(word))) continue;
    const rank = item.folded.startsWith(text) ? 0 : item.folded.includes(` ${text}`) ? 1 : 2;
    ranks[rank].push(item);
  }
  return ranks.flat();
}
