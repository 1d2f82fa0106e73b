import { join } from 'node:path';

/** The root of the project; scripts work from any directory. */
export const projectRoot = join(import.meta.dirname, '..');

export const cliFile = join(projectRoot, 'src/server/cli.ts');
