/** The last lines that a server printed, for the screen that says why it could not go on. */
export function lastLines(most: number) {
  let kept: readonly string[] = [];
  return {
    add: (line: string): void => {
      kept = [...kept, line].slice(-most);
    },
    lines: (): readonly string[] => kept,
  };
}
