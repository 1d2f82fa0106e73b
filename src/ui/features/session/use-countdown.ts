import { useEffect, useState } from 'react';

/** "0:07" until the instant (UTC milliseconds) has come; undefined when there is nothing to wait for. */
export function useCountdown(until: number | null): string | undefined {
  const [now, setNow] = useState(() => Date.now());
  const leftMs = until === null ? 0 : until - now;
  useEffect(() => {
    if (until === null) return undefined;
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick);
    const timer = setInterval(tick, 250);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [until]);
  if (leftMs <= 0) return undefined;
  const seconds = Math.ceil(leftMs / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
