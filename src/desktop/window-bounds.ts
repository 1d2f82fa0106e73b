import type { Rectangle } from 'electron';

const usual = { width: 1366, height: 860 };
/** The smallest that the till's screens are drawn for. */
export const smallest = { width: 390, height: 600 };

/**
 * Where the window opens: where it was, as far as that still lies on a screen; in the middle of the first
 * screen otherwise. `workAreas` are the screens without their task bars, the main one first.
 */
export function boundsInside(
  remembered: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): Rectangle {
  const [main = { x: 0, y: 0, ...usual }] = workAreas;
  if (!remembered) return centred(main);
  const area = workAreas.find((each) => overlap(each, remembered) > 0) ?? main;
  const width = clamp(remembered.width, smallest.width, area.width);
  const height = clamp(remembered.height, smallest.height, area.height);
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - width),
    y: clamp(remembered.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function centred(area: Rectangle): Rectangle {
  const width = Math.min(usual.width, area.width);
  const height = Math.min(usual.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

/** In square pixels. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** A screen may be smaller than the smallest window: then the screen wins. */
function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
