/** A screen's stream of events: which sequences it was told of, in order, and when. */
export type Followed = {
  readonly seen: readonly { readonly seq: number; readonly at: number }[];
  stop(): Promise<void>;
};

/** Follows `/api/events` as a screen does, from now on. */
export async function followEvents(port: number, token: string): Promise<Followed> {
  const stopped = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/events`, {
    headers: { cookie: `armorpos_session=${token}` },
    signal: stopped.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
  const seen: { seq: number; at: number }[] = [];
  const lines = answer.body.pipeThrough(new TextDecoderStream());
  let isGreeted = (): void => {};
  const greeted = new Promise<void>((resolve) => (isGreeted = resolve));
  async function read(): Promise<void> {
    let rest = '';
    for await (const part of lines) {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.includes('event: hello')) isGreeted();
        const seq = /^id: (\d+)\nevent: journal$/m.exec(block)?.[1];
        if (seq) seen.push({ seq: Number(seq), at: performance.now() });
      }
    }
  }
  const reading = read().catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error;
  });
  await Promise.race([greeted, reading]);
  return {
    seen,
    async stop() {
      stopped.abort();
      await reading;
    },
  };
}
