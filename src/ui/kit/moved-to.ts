/** The keys with one of them at another place; the others keep their order. */
export function movedTo(keys: readonly string[], key: string, place: number): string[] {
  const others = keys.filter((one) => one !== key);
  return [...others.slice(0, place), key, ...others.slice(place)];
}
