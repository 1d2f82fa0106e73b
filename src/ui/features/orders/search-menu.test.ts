import { expect, test } from 'vitest';
import { fold } from '../../../domain/menu/fold.ts';
import { searchMenu } from './search-menu.ts';

const menu = [
  'Spicy Italian',
  'Italian Supreme',
  'Brie Carré',
  'The Greek',
  'Vegetables + Vegetables',
].map((name) => ({ name, folded: fold(name) }));
const found = (typed: string) => searchMenu(menu, typed).map((item) => item.name);

test('any part of the name finds, accents and case aside', () => {
  expect(found('CARRE')).toEqual(['Brie Carré']);
  expect(found('reek')).toEqual(['The Greek']);
});

test('what begins with it comes first, then a word that does', () => {
  expect(found('ital')).toEqual(['Italian Supreme', 'Spicy Italian']);
});

test('several words find in any order', () => {
  expect(found('italian spicy')).toEqual(['Spicy Italian']);
});

test('nothing typed is the whole menu, nonsense is nothing', () => {
  expect(found('  ')).toHaveLength(5);
  expect(found('zzz')).toEqual([]);
});
