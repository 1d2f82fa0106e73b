import { firstRestaurant } from './0001-first-restaurant.ts';
import { moved } from './0002-moved.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [firstRestaurant, moved];
