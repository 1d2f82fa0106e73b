import type { saveItem } from '../../../contract/menu.ts';
import type { CallInput } from '../../api/call.ts';
import { uuidv7 } from '../../api/uuidv7.ts';
import type { Category, Item } from './menu-queries.ts';

export type PortionDraft = {
  readonly portionId: string;
  readonly name: string;
  /** Minor units; undefined while nothing readable is typed. */
  readonly price: number | undefined;
};
export type ItemDraft = Omit<Item, 'portions' | 'soldOut'> & {
  readonly portions: readonly PortionDraft[];
};
type ItemBody = CallInput<typeof saveItem>['body'];

export type DraftProblem = 'name' | 'portion_name' | 'portion_twice' | 'price';

export function draftOf(item: Item): ItemDraft {
  const { soldOut: _, ...draft } = item;
  return draft;
}

export function newDraft(category: Category | undefined, position: number): ItemDraft {
  return {
    itemId: uuidv7(),
    categoryId: category?.categoryId ?? '',
    name: '',
    description: '',
    emoji: '',
    pictureId: null,
    sku: '',
    barcode: '',
    taxIds: [],
    position,
    portions: [newPortion()],
  };
}

export function newPortion(): PortionDraft {
  return { portionId: uuidv7(), name: '', price: undefined };
}

/** What keeps a draft from being saved, by field: said beside the field before the server is asked. */
export function draftProblems(draft: ItemDraft): ReadonlyMap<string, DraftProblem> {
  const problems = new Map<string, DraftProblem>();
  if (draft.name.trim() === '') problems.set('name', 'name');
  const names = new Set<string>();
  for (const [at, portion] of draft.portions.entries()) {
    const name = portion.name.trim().toLocaleLowerCase();
    if (name === '' && draft.portions.length > 1) {
      problems.set(`portions.${at}.name`, 'portion_name');
    } else if (names.has(name)) problems.set(`portions.${at}.name`, 'portion_twice');
    names.add(name);
    if (portion.price === undefined || portion.price < 0) {
      problems.set(`portions.${at}.price`, 'price');
    }
  }
  return problems;
}

/** The draft as the server takes it; only where `draftProblems` found none. */
export function bodyOf(item: ItemDraft): ItemBody {
  const { itemId: _, ...draft } = item;
  return {
    ...draft,
    taxIds: [...draft.taxIds],
    portions: draft.portions.map(({ price, ...portion }) => {
      if (price === undefined) throw new Error('a portion without a price');
      return { ...portion, price };
    }),
  };
}

export function isSameDraft(a: ItemDraft, b: ItemDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
