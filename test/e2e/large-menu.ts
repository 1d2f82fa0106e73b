const ways = ['Roast', 'Grilled', 'Braised', 'Pickled', 'Smoked', 'Crème', 'Baked', 'Stuffed'];
const things = ['fennel', 'trout', 'pumpkin', 'lamb', 'leek', 'chicory', 'quail', 'beetroot'];
const finishes = ['à la maison', 'with capers', 'in brown butter', 'of the day', 'for two'];

/** A menu of so many items of one price each, as CSV: a category of plain names, then larger ones. */
export function largeMenu(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const category = index < 60 ? 'Plain' : `Course ${Math.floor(index / 120)}`;
    const name = [pick(ways, index), pick(things, index / 8), pick(finishes, index / 64), index];
    return `${category},${name.join(' ')},${5 + (index % 20)}.50`;
  });
  return ['category,item,price', ...rows].join('\n');
}

function pick(words: readonly string[], index: number): string {
  return words[Math.floor(index) % words.length] ?? '';
}
