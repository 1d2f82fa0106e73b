import { getMenu } from '../../../contract/menu.ts';
import type { Menu } from '../../../contract/menu.ts';
import { query } from '../../api/query.ts';

export const menuQuery = query(getMenu, {});

export type Category = Menu['categories'][number];
export type Item = Menu['items'][number];
export type Tax = Menu['taxes'][number];

/** Where the server keeps a stored picture. */
export function addressOfPicture(pictureId: string): string {
  return `/api/pictures/${pictureId}`;
}
