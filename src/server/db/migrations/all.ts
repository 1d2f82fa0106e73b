import { firstRestaurant } from './0001-first-restaurant.ts';
import { severalServers } from './0002-several-servers.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [firstRestaurant, severalServers];

/** The steps that a program of this schema knew. */
export function migrationsUpTo(number: number): readonly Migration[] {
  return migrations.filter((migration) => migration.number <= number);
}
