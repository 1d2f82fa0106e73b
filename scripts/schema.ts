import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { migrateOpened } from '../src/server/db/sqlite/migrate.ts';
import { SqliteFile } from '../src/server/db/sqlite/connection.ts';
import { projectRoot } from './project.ts';
import { drawSchema } from './schema/draw.ts';
import { readSqliteTables } from './schema/read-sqlite.ts';

// npm run schema            writes docs/schema.md from an empty database with every migration
// npm run schema -- --check fails where it says something else

const path = join(projectRoot, 'docs/schema.md');
const file = new SqliteFile(':memory:');
migrateOpened(file, 0, () => {});
const settings = await resolveConfig(path);
const drawn = await format(drawSchema(readSqliteTables(file)), { ...settings, filepath: path });
file.close();

if (!process.argv.includes('--check')) {
  writeFileSync(path, drawn);
} else if (readFileSync(path, 'utf8') !== drawn) {
  console.error('docs/schema.md is not what the database says. Run npm run schema.');
  process.exitCode = 1;
}
