/** What a till that serves tells the desktop's main process. */
export type ToParent =
  | { readonly type: 'listening'; readonly address: string }
  | { readonly type: 'failed'; readonly reason: FailedStart; readonly sentence: string }
  /** All that was acknowledged is on the disk, and the data directory is free. */
  | { readonly type: 'stopped' };

/** Why a till could not start, sorted by what one does about it. */
export type FailedStart = 'locked' | 'damaged' | 'disk' | 'newer' | 'place' | 'port' | 'other';

/** The line that Electron leaves open to a utility process; its types are not the server's. */
type ParentPort = {
  readonly postMessage: (message: ToParent) => void;
  readonly on: (event: 'message', listener: (event: { data: unknown }) => void) => void;
};

const parentPort = (process as { parentPort?: ParentPort }).parentPort;

/** Tells the desktop, where it was the desktop that started this process. */
export function tellParent(message: ToParent): void {
  parentPort?.postMessage(message);
}

/** Asked by message, for Windows has no signal that asks; comes true once at most, and only under the desktop. */
export function onParentStop(stop: () => void): void {
  parentPort?.on('message', ({ data }) => {
    if ((data as { type?: unknown } | null)?.type === 'stop') stop();
  });
}

export function whyNotStarted(error: unknown): FailedStart {
  if (!(error instanceof Error)) return 'other';
  if (error.name === 'AlreadyServed') return 'locked';
  if (error.name === 'NewerSchema') return 'newer';
  if (error.name === 'NotDurable') return 'place';
  // SQLite's own words for a file that is torn or was never a database.
  if (/malformed|not a database/.test(error.message)) return 'damaged';
  if (error.name === 'StorageFailed') return 'disk';
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'port';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EIO'].includes(code ?? '') ? 'disk' : 'other';
}
