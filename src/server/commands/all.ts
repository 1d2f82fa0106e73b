import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { exportJournal, exportMenu, exportSales } from './export.ts';
import { importMenu } from './import-menu.ts';
import { importSales } from './import-sales.ts';
import { open } from './open.ts';
import { move } from './move.ts';
import { recoveryCode } from './recovery-code.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { setup } from './setup.ts';
import { verify } from './verify.ts';

/** Every command of the command line, in the order that help shows them. */
export const commands: readonly Command[] = [
  setup,
  demo,
  open,
  serve,
  importMenu,
  importSales,
  report,
  exportMenu,
  exportSales,
  exportJournal,
  verify,
  recoveryCode,
  backup,
  restore,
  move,
];
