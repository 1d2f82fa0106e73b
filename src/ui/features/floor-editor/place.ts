/** Where a table stands and how large it is, in hundredths of the room. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Lines of the room that tables stick to, in hundredths. */
export const grid = 1;
export const smallest = 6;

function snapped(value: number): number {
  return Math.round(value / grid) * grid;
}
function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Moves a table onto the nearest lines; it never leaves the room. */
export function movedBy(place: Place, dx: number, dy: number): Place {
  return {
    ...place,
    x: between(snapped(place.x + dx), 0, 100 - place.width),
    y: between(snapped(place.y + dy), 0, 100 - place.height),
  };
}

/** Drags the far corner; a table stays large enough to read and inside the room. */
export function resizedBy(place: Place, dx: number, dy: number): Place {
  return {
    ...place,
    width: between(snapped(place.width + dx), smallest, 100 - place.x),
    height: between(snapped(place.height + dy), smallest, 100 - place.y),
  };
}

/** Typed figures, brought into the room. */
export function fitted(place: Place): Place {
  const width = between(place.width, smallest, 100);
  const height = between(place.height, smallest, 100);
  return {
    width,
    height,
    x: between(place.x, 0, 100 - width),
    y: between(place.y, 0, 100 - height),
  };
}

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The first free place for one more table, row by row; the corner where the room is full. */
export function freePlace(taken: readonly Place[], width = 14, height = 20): Place {
  for (let y = 4; y + height <= 98; y += 4) {
    for (let x = 3; x + width <= 98; x += 3) {
      const place = { x, y, width, height };
      const roomy = { x: x - 2, y: y - 2, width: width + 4, height: height + 4 };
      if (!taken.some((one) => overlap(roomy, one))) return place;
    }
  }
  return { x: 0, y: 0, width, height };
}

/** The number after the highest in use: tables are mostly called by numbers. */
export function nextTableName(names: readonly string[]): string {
  const numbers = names.map((name) => /^\d{1,6}$/.exec(name.trim())?.[0]).filter(Boolean);
  return String(Math.max(0, ...numbers.map(Number)) + 1);
}
