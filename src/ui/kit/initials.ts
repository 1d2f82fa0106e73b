/** Two letters of a name: of its first two words, or the ends of the one word there is, as in Maya and Marco. */
export function initialsOf(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  const letters = [...first];
  const other = second === '' ? letters.slice(1).at(-1) : [...second][0];
  return `${letters[0] ?? ''}${other ?? ''}`.toLocaleUpperCase();
}
