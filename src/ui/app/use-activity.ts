import { useEffect } from 'react';
import { keepSession } from '../../contract/site.ts';
import { call } from '../api/call.ts';

const tellEveryMs = 60_000;
const lookEveryMs = 5_000;
const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Tells the server at most once a minute that the screen is in use, and locks it after `minutes`
 * without a touch (U5). The server's own clock ends the session too, should this screen be asleep.
 */
export function useActivity(minutes: number, onIdle: () => void): void {
  useEffect(() => {
    let lastInput = Date.now();
    let lastTold = Date.now();
    const touched = () => {
      lastInput = Date.now();
      if (lastInput - lastTold < tellEveryMs) return;
      lastTold = lastInput;
      // A failure needs no words: the next request of the screen meets it and says so.
      call(keepSession, { body: {} }).catch(() => undefined);
    };
    for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (Date.now() - lastInput >= minutes * 60_000) onIdle();
    }, lookEveryMs);
    return () => {
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
      clearInterval(timer);
    };
  }, [minutes, onIdle]);
}
