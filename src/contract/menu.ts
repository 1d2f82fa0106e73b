import * as z from 'zod/mini';
import { menuLimits } from '../domain/menu/menu.ts';
import type { Category, Item, Tax } from '../domain/menu/menu.ts';
import { id, name, nothing, position, price, ratePpm, text } from './primitives.ts';
import { route } from './route.ts';

const hue = z.int().check(z.gte(0), z.lte(359));
const emoji = text(16);

const categoryFields = { name: name(), emoji, hue, position };
export const category = z.object({ categoryId: z.string(), ...categoryFields });
const taxFields = { name: name(60), ratePpm };
export const tax = z.object({ taxId: z.string(), ...taxFields });
const portion = { name: text(60), price };

const itemFields = {
  categoryId: id,
  name: name(menuLimits.name),
  description: text(menuLimits.description),
  emoji,
  pictureId: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  sku: text(64),
  barcode: text(64),
  taxIds: z.array(id).check(z.maxLength(menuLimits.taxes)),
  position,
};
export const item = z.object({
  itemId: z.string(),
  ...itemFields,
  taxIds: z.array(z.string()),
  portions: z.array(z.object({ portionId: z.string(), ...portion })),
  soldOut: z.boolean(),
});
const sameAsDomain = (wire: z.infer<typeof item>): Item => wire;
void sameAsDomain;
const categorySame = (wire: z.infer<typeof category>): Category => wire;
void categorySame;
const taxSame = (wire: z.infer<typeof tax>): Tax => wire;
void taxSame;

export const menu = z.object({
  categories: z.array(category),
  items: z.array(item),
  taxes: z.array(tax),
  seq: z.int(),
});
export type Menu = z.infer<typeof menu>;
const saved = z.object({ seq: z.int() });

export const getMenu = route({
  name: 'getMenu',
  method: 'GET',
  path: '/menu',
  summary: 'The whole menu in the order it is shown.',
  access: 'signed_in',
  kind: 'read',
  answer: menu,
});
export const saveCategory = route({
  name: 'saveCategory',
  method: 'PUT',
  path: '/menu/categories/:categoryId',
  summary: 'Adds or changes a category.',
  access: 'menu.edit',
  kind: 'command',
  params: z.strictObject({ categoryId: id }),
  body: z.strictObject(categoryFields),
  answer: saved,
});
export const removeCategory = route({
  name: 'removeCategory',
  method: 'DELETE',
  path: '/menu/categories/:categoryId',
  summary: 'Removes a category that holds no item.',
  access: 'menu.edit',
  kind: 'command',
  params: z.strictObject({ categoryId: id }),
  answer: saved,
});
export const saveItem = route({
  name: 'saveItem',
  method: 'PUT',
  path: '/menu/items/:itemId',
  summary: 'Adds or changes an item with its portions. New prices touch new lines only (M9).',
  access: 'menu.edit',
  kind: 'command',
  params: z.strictObject({ itemId: id }),
  body: z.strictObject({
    ...itemFields,
    portions: z
      .array(z.strictObject({ portionId: id, ...portion }))
      .check(z.minLength(1), z.maxLength(menuLimits.portions)),
  }),
  answer: saved,
});
export const removeItem = route({
  name: 'removeItem',
  method: 'DELETE',
  path: '/menu/items/:itemId',
  summary: 'Takes an item off the menu; sold lines keep their snapshot (M8).',
  access: 'menu.edit',
  kind: 'command',
  params: z.strictObject({ itemId: id }),
  answer: saved,
});
export const setSoldOut = route({
  name: 'setSoldOut',
  method: 'POST',
  path: '/menu/items/:itemId/sold-out',
  summary: 'Marks an item as sold out (86), or as back (O8).',
  access: 'menu.sold_out',
  kind: 'command',
  params: z.strictObject({ itemId: id }),
  body: z.strictObject({ soldOut: z.boolean() }),
  answer: saved,
});
export const reorderMenu = route({
  name: 'reorderMenu',
  method: 'POST',
  path: '/menu/order',
  summary: 'Puts the named categories, and the named items, in this order.',
  access: 'menu.edit',
  kind: 'command',
  bodyLimit: 1024 * 1024,
  body: z.strictObject({
    categoryIds: z.array(id).check(z.maxLength(1000)),
    itemIds: z.array(id).check(z.maxLength(20_000)),
  }),
  answer: saved,
});
export const saveTax = route({
  name: 'saveTax',
  method: 'PUT',
  path: '/menu/taxes/:taxId',
  summary: 'Adds or changes a tax; open and paid orders keep theirs (M8).',
  access: 'menu.edit',
  kind: 'command',
  params: z.strictObject({ taxId: id }),
  body: z.strictObject(taxFields),
  answer: saved,
});
export const removeTax = route({
  name: 'removeTax',
  method: 'DELETE',
  path: '/menu/taxes/:taxId',
  summary: 'Removes a tax that no item carries.',
  access: 'menu.edit',
  kind: 'command',
  params: z.strictObject({ taxId: id }),
  answer: saved,
});

export const addPicture = route({
  name: 'addPicture',
  method: 'POST',
  path: '/pictures',
  summary:
    'Stores a PNG, JPEG or WebP picture of at most 2 MiB and 4096 × 4096; its id is its SHA-256.',
  access: 'menu.edit',
  kind: 'command',
  bodyLimit: 2 * 1024 * 1024,
  bodyTypes: ['image/png', 'image/jpeg', 'image/webp'],
  answer: z.object({ pictureId: z.string(), width: z.int(), height: z.int() }),
});
/** Its answer is the picture itself. */
export const getPicture = route({
  name: 'getPicture',
  method: 'GET',
  path: '/pictures/:pictureId',
  summary: 'A stored picture.',
  access: 'signed_in',
  kind: 'read',
  params: z.strictObject({ pictureId: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  answer: z.unknown(),
});

const importAnswer = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.array(
    z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.string() }),
  ),
  categoriesAdded: z.int(),
  /** Rows are portions; these are items. */
  itemsAdded: z.int(),
});
export type MenuImport = z.infer<typeof importAnswer>;

export const importMenu = route({
  name: 'importMenu',
  method: 'POST',
  path: '/menu/import',
  summary: 'Imports a menu file (CSV). One bad row refuses the file unless bad rows are skipped.',
  access: 'menu.edit',
  kind: 'command',
  bodyLimit: 8 * 1024 * 1024,
  bodyTypes: ['text/csv'],
  query: z.strictObject({
    skipBadRows: z.optional(z.enum(['true', 'false'])),
    /** For new items that name no tax: ids with commas between, `none`, or `ask` to be refused until that is said. */
    taxesOfOthers: z.optional(z.string().check(z.regex(/^[\w-]{1,64}(,[\w-]{1,64}){0,7}$/))),
  }),
  answer: importAnswer,
});
export const loadDemo = route({
  name: 'loadDemo',
  method: 'POST',
  path: '/demo',
  summary: 'Lays out the demo restaurant in a site that has no menu, tables or sales yet.',
  access: 'settings.edit',
  kind: 'command',
  body: nothing,
  answer: z.object({ items: z.int(), tables: z.int(), orders: z.int() }),
});
