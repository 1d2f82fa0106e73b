import { describe, expect, it } from 'vitest';
import { bodyOf, draftProblems, newDraft } from './item-draft.ts';
import type { ItemDraft } from './item-draft.ts';

const drinks = { categoryId: 'drinks', name: 'Drinks', emoji: '🥤', hue: 205, position: 0 };
const water: ItemDraft = {
  ...newDraft(drinks, 3),
  name: 'Still water',
  portions: [{ portionId: 'p1', name: '', price: 240 }],
};

describe('editing an item', () => {
  it('starts in the category in view with one portion to fill in', () => {
    const draft = newDraft(drinks, 3);
    expect(draft).toMatchObject({ categoryId: 'drinks', position: 3, name: '' });
    expect([...draftProblems(draft).keys()]).toEqual(['name', 'portions.0.price']);
  });

  it('lets one portion go without a name, but not two', () => {
    expect(draftProblems(water).size).toBe(0);
    const two = {
      ...water,
      portions: [...water.portions, { portionId: 'p2', name: '', price: 1 }],
    };
    expect(draftProblems(two).get('portions.0.name')).toBe('portion_name');
    expect(draftProblems(two).get('portions.1.name')).toBe('portion_name');
  });

  it('refuses two portions of one name, however it is written', () => {
    const portions = [
      { portionId: 'p1', name: 'Large', price: 1 },
      { portionId: 'p2', name: ' large ', price: 2 },
    ];
    expect(draftProblems({ ...water, portions }).get('portions.1.name')).toBe('portion_twice');
  });

  it('M1: sends whole minor units, and 0 is a price', () => {
    const free = { ...water, portions: [{ portionId: 'p1', name: '', price: 0 }] };
    expect(draftProblems(free).size).toBe(0);
    expect(bodyOf(free).portions).toEqual([{ portionId: 'p1', name: '', price: 0 }]);
    expect(bodyOf(free)).not.toHaveProperty('itemId');
  });
});
