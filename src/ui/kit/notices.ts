import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

export type Notice = {
  id: number;
  tone: 'info' | 'success' | 'failure';
  text: ReactNode;
  /** For failures: what is safe and what to do. */
  detail?: ReactNode;
  /** Finds the fault in the server's log. */
  reference?: string;
  action?: { label: string; run: () => void };
  at: Date;
};

type NewNotice = Omit<Notice, 'id' | 'at' | 'tone'>;

const toastMs = 5000;
const remembered = 50;

let shown: readonly Notice[] = [];
let failures: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(notice: Notice): number {
  shown = [...shown, notice].slice(-4);
  changed();
  return notice.id;
}

export function dismissNotice(id: number): void {
  shown = shown.filter((notice) => notice.id !== id);
  changed();
}

/** Says that something went well; goes away by itself. An action (undo) keeps it twice as long. */
export function notify(notice: NewNotice & { tone?: 'info' | 'success' }): number {
  lastId += 1;
  const id = show({ tone: 'success', ...notice, id: lastId, at: new Date() });
  setTimeout(() => dismissNotice(id), notice.action ? toastMs * 2 : toastMs);
  return id;
}

/** Says that something failed: stays until it is put away, and is kept in the list of problems. */
export function notifyFailure(notice: NewNotice): number {
  lastId += 1;
  const failure: Notice = { ...notice, tone: 'failure', id: lastId, at: new Date() };
  failures = [failure, ...failures].slice(0, remembered);
  return show(failure);
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => shown);
}

/** The failures of this screen since it was loaded, newest first. */
export function useFailures(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => failures);
}
