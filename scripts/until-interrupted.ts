/** Waits for Ctrl+C or for being told to stop. npm passes a Ctrl+C on that the terminal has sent already. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    // The signals alone keep no program alive.
    const alive = setInterval(() => {}, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
}
