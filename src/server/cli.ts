import { enableCompileCache } from 'node:module';

// Before anything else is loaded: the next start reads what this one compiled, in half the time.
enableCompileCache();
const { runCommandLine } = await import('./command-line.ts');
// Whoever reads an export may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await runCommandLine(process.argv.slice(2));
