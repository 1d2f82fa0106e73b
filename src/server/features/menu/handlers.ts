import * as routes from '../../../contract/menu.ts';
import { commands, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { journalHead } from '../../journal/append.ts';
import { listCategories, listItems, listTaxes } from '../../load-menu.ts';
import { dropCategory } from './remove-category.ts';
import { dropItem } from './remove-item.ts';
import { dropTax } from './remove-tax.ts';
import { arrangeMenu } from './reorder-menu.ts';
import { changeCategory } from './save-category.ts';
import { changeItem } from './save-item.ts';
import { changeTax } from './save-tax.ts';
import { markSoldOut } from './set-sold-out.ts';

export const menuHandlers: readonly Handler[] = [
  reads(routes.getMenu, async ({ deps, tx }) => ({
    categories: await listCategories(tx),
    items: (await listItems(tx)).map((item) => ({
      ...item,
      taxIds: [...item.taxIds],
      portions: [...item.portions],
    })),
    taxes: await listTaxes(tx),
    seq: (await journalHead(tx, deps.site)).seq,
  })),
  commands(routes.saveCategory, (context, { params, body }) =>
    changeCategory(context, { ...params, ...body }),
  ),
  commands(routes.removeCategory, (context, { params }) =>
    dropCategory(context, params.categoryId),
  ),
  commands(routes.saveItem, (context, { params, body }) =>
    changeItem(context, { ...params, ...body }),
  ),
  commands(routes.removeItem, (context, { params }) => dropItem(context, params.itemId)),
  commands(routes.setSoldOut, (context, { params, body }) =>
    markSoldOut(context, params.itemId, body.soldOut),
  ),
  commands(routes.reorderMenu, (context, { body }) => arrangeMenu(context, body)),
  commands(routes.saveTax, (context, { params, body }) =>
    changeTax(context, { ...params, ...body }),
  ),
  commands(routes.removeTax, (context, { params }) => dropTax(context, params.taxId)),
];
