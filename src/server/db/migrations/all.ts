import { firstRestaurant } from './0001-first-restaurant.ts';
import { severalServers } from './0002-several-servers.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [firstRestaurant, severalServers];
