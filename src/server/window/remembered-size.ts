import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type WindowSize = {
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};

/** Of the very first window. */
export const firstSize: WindowSize = { width: 1366, height: 820, isMaximized: false };

/**
 * How large the till's window was when it was closed. Chromium writes that down for each application window
 * by its host, but cuts the name at its dots, and does not find 127.0.0.1 again when it reads. It is the only
 * window of its profile, so the first placement that there is, is the one. Where it stood is left to the
 * desktop: the screen that it stood on may be gone.
 */
export function rememberedSize(profile: string): WindowSize {
  try {
    const read: unknown = JSON.parse(readFileSync(join(profile, 'Default', 'Preferences'), 'utf8'));
    return sizeIn(fieldOf(fieldOf(read, 'browser'), 'app_window_placement')) ?? firstSize;
  } catch {
    return firstSize;
  }
}

function sizeIn(read: unknown): WindowSize | undefined {
  if (typeof read !== 'object' || read === null) return undefined;
  const { left, top, right, bottom, maximized } = read as Record<string, unknown>;
  const edges = [left, top, right, bottom].map(Number);
  if (edges.every(Number.isInteger)) {
    const [x = 0, y = 0, endX = 0, endY = 0] = edges;
    return { width: endX - x, height: endY - y, isMaximized: maximized === true };
  }
  for (const inner of Object.values(read)) {
    const found = sizeIn(inner);
    if (found) return found;
  }
  return undefined;
}

function fieldOf(read: unknown, name: string): unknown {
  return (read as Record<string, unknown> | null | undefined)?.[name];
}
