/** JSON with sorted keys and no spaces, so that one content has one text and one hash (J1; after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON number');
    const text = JSON.stringify(value);
    if (text === undefined) throw new Error(`not JSON: ${typeof value}`);
    return text;
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Record<string, unknown>;
  let text = '';
  for (const { key, start } of sortedKeys(Object.keys(object))) {
    const part = object[key];
    if (part === undefined) continue;
    text += `${text === '' ? '' : ','}${start}${canonicalJson(part)}`;
  }
  return `{${text}}`;
}

type Key = { readonly key: string; readonly start: string };

// The till writes the same few shapes of content over and over: each is sorted once.
const shapes = new Map<string, readonly Key[]>();
const mostShapes = 1_000;

function sortedKeys(keys: readonly string[]): readonly Key[] {
  const shape = JSON.stringify(keys);
  const known = shapes.get(shape);
  if (known) return known;
  const sorted = [...keys].sort().map((key) => ({ key, start: `${JSON.stringify(key)}:` }));
  if (shapes.size >= mostShapes) shapes.clear();
  shapes.set(shape, sorted);
  return sorted;
}
