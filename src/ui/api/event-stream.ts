import type { StreamEvent } from '../../contract/journal.ts';

/** `live`: the stream is open. `reconnecting`: it broke a moment ago. `down`: no answer for over two seconds. */
export type Connection = 'live' | 'reconnecting' | 'down';

type Listener = (event: StreamEvent) => void;

const downAfterMs = 2200;
const retryMs = 1000;
/** A cut cable is silent: the stream stays "open", so a request asks now and then. */
const probeMs = 5000;
const probeTimeoutMs = 2500;

/**
 * The one stream of this screen. It resumes after the last sequence it saw, whether the browser or we
 * reconnect. `onGap` is called when more may have changed than events will tell.
 */
export function followEvents(handlers: {
  onEvent: Listener;
  onConnection: (connection: Connection) => void;
  onGap: () => void;
  onVersion: (version: string) => void;
}): () => void {
  let source: EventSource | undefined;
  let lastSeq: number | undefined;
  let downTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const opened = () => {
    clearTimeout(downTimer);
    downTimer = undefined;
    handlers.onConnection('live');
  };
  const broke = () => {
    handlers.onConnection('reconnecting');
    downTimer ??= setTimeout(() => handlers.onConnection('down'), downAfterMs);
  };
  const connect = () => {
    source?.close();
    source = new EventSource(
      lastSeq === undefined ? '/api/events' : `/api/events?after=${lastSeq}`,
    );
    source.addEventListener('open', opened);
    source.addEventListener('hello', (message: MessageEvent<string>) => {
      const hello = JSON.parse(message.data) as { seq: number; tooMany: boolean }; // the server's greeting
      // What changed between the first look and the stream's start has no event of its own.
      if (lastSeq === undefined || hello.tooMany) handlers.onGap();
      if (hello.tooMany || lastSeq === undefined) lastSeq = hello.seq;
    });
    source.addEventListener('journal', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as StreamEvent; // streamEvent by contract
      lastSeq = event.seq;
      handlers.onEvent(event);
    });
    source.addEventListener('error', () => {
      if (downTimer === undefined) broke();
      // The browser gives up for good after an HTTP error, and waits long after a cut: we retry ourselves.
      source?.close();
      clearTimeout(retryTimer);
      retryTimer = setTimeout(connect, retryMs);
    });
  };
  const probe = async () => {
    try {
      const answer = await fetch('/api/health', { signal: AbortSignal.timeout(probeTimeoutMs) });
      if (!answer.ok) return;
      const { version } = (await answer.json()) as { version: string }; // getHealth by contract
      handlers.onVersion(version);
    } catch {
      if (source?.readyState !== EventSource.OPEN) return;
      broke();
      connect();
    }
  };
  const prober = setInterval(() => void probe(), probeMs);
  const wake = () => {
    if (document.visibilityState === 'visible') void probe();
  };
  document.addEventListener('visibilitychange', wake);
  connect();

  return () => {
    source?.close();
    clearTimeout(downTimer);
    clearTimeout(retryTimer);
    clearInterval(prober);
    document.removeEventListener('visibilitychange', wake);
  };
}
