import { EventEmitter } from 'node:events';
import type { StreamEvent } from '../../contract/journal.ts';

/** Tells the event streams what was committed, in journal order. */
export type Announcer = {
  announce(event: StreamEvent): void;
  follow(listener: (event: StreamEvent) => void): () => void;
};

export function createAnnouncer(): Announcer {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    announce: (event) => void emitter.emit('event', event),
    follow(listener) {
      emitter.on('event', listener);
      return () => emitter.off('event', listener);
    },
  };
}
