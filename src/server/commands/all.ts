import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

/** Every command of the command line, in the order that help shows them. */
export const commands: readonly Command[] = [serve, verify, backup, restore];
