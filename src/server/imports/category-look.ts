import { fold } from '../../domain/menu/fold.ts';

/** How a category looks until the owner chooses: by words in its name, else the next free colour. */
export function lookOfCategory(name: string, position: number): { emoji: string; hue: number } {
  const folded = fold(name);
  const known = looks.find(({ words }) => words.some((word) => folded.includes(word)));
  return known
    ? { emoji: known.emoji, hue: known.hue }
    : // The golden angle keeps neighbours apart however many there are.
      { emoji: '🍽️', hue: Math.round(position * 137.508) % 360 };
}

// The first that matches wins, so the particular stands before the general.
const looks: readonly { words: readonly string[]; emoji: string; hue: number }[] = [
  { words: ['pizza', 'classic'], emoji: '🍕', hue: 28 },
  { words: ['supreme', 'meat', 'steak', 'grill', 'carne', 'fleisch'], emoji: '🥩', hue: 350 },
  { words: ['veg', 'vegan', 'green'], emoji: '🥦', hue: 140 },
  { words: ['chicken', 'poultry', 'pollo', 'hahnchen'], emoji: '🍗', hue: 48 },
  { words: ['fish', 'seafood', 'sushi', 'pesce', 'fisch'], emoji: '🐟', hue: 200 },
  { words: ['burger'], emoji: '🍔', hue: 35 },
  { words: ['pasta', 'noodle', 'spaghetti'], emoji: '🍝', hue: 40 },
  { words: ['sandwich', 'panini', 'toast'], emoji: '🥪', hue: 55 },
  { words: ['soup', 'zuppa', 'suppe'], emoji: '🍲', hue: 20 },
  { words: ['salad', 'insalata', 'salat'], emoji: '🥗', hue: 120 },
  { words: ['side', 'starter', 'antipasti', 'appetizer', 'beilage'], emoji: '🍟', hue: 75 },
  { words: ['breakfast', 'brunch', 'egg'], emoji: '🍳', hue: 62 },
  { words: ['coffee', 'espresso', 'caffe', 'kaffee'], emoji: '☕', hue: 30 },
  { words: ['tea'], emoji: '🍵', hue: 110 },
  { words: ['wine', 'vino', 'wein'], emoji: '🍷', hue: 340 },
  { words: ['beer', 'birra', 'bier'], emoji: '🍺', hue: 45 },
  { words: ['cocktail', 'spirit', 'bar'], emoji: '🍸', hue: 290 },
  { words: ['drink', 'beverage', 'water', 'soft', 'bevande', 'getrank'], emoji: '🥤', hue: 215 },
  { words: ['ice', 'gelato'], emoji: '🍨', hue: 320 },
  { words: ['dessert', 'sweet', 'cake', 'dolci'], emoji: '🍰', hue: 320 },
];
