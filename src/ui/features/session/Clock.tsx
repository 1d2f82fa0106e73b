import { useEffect, useState } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { isTimeZone } from './time-zone.ts';
import './Clock.css';

/** The site's time in huge figures, its day and its name. */
export function Clock({ place, timeZone }: { place: string; timeZone: string }) {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    // Ticks on the minute, so that the figures never lag behind a wall clock.
    const timer = setTimeout(() => setNow(Date.now()), 60_000 - (now % 60_000) + 20);
    return () => clearTimeout(timer);
  }, [now]);
  const hasZone = isTimeZone(timeZone);
  // "7:21 PM": the figures are huge, the half of the day is not.
  const [figures, half] = hasZone ? format.time(now).split(/\s(?=\D+$)/) : [];
  return (
    <header className="Clock">
      {hasZone && (
        <time className="Clock-time" dateTime={new Date(now).toISOString()}>
          {figures}
          {half !== undefined && <span className="Clock-half">{half}</span>}
        </time>
      )}
      <h1 className="Clock-day">
        {hasZone && <span>{format.dayOf(now)}</span>}
        <span className="Clock-place">{place}</span>
      </h1>
    </header>
  );
}
