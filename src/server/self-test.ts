import { statSync, statfsSync } from 'node:fs';
import { NotDurable } from './db/failures.ts';

// Linux's names for file systems that live on another machine (statfs(2)). Locks and syncs over them
// are promises that nobody keeps.
const networkFileSystems: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x5346414f: 'AFS',
  0x01021997: '9P',
  0x00c36400: 'Ceph',
};

/** Refuses a data directory on a network share (R27). */
export function refuseNetworkShare(
  directory: string,
  fileSystemType: (path: string) => number = (path) => statfsSync(path).type,
): void {
  const isUncPath = directory.startsWith('\\\\') || directory.startsWith('//');
  // The type is a signed 32-bit number on some machines.
  const kind = isUncPath ? 'a network share' : networkFileSystems[fileSystemType(directory) >>> 0];
  if (kind === undefined) return;
  throw new NotDurable(
    `${directory} lies on ${kind}. A till's data must lie on a disk of this machine: choose another directory with --data.`,
  );
}

/** Says which files others than their owner may read or write (R27). */
export function wrongFileModes(paths: readonly string[]): string[] {
  if (process.platform === 'win32') return [];
  return paths.filter((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.mode & 0o077) !== 0;
  });
}
