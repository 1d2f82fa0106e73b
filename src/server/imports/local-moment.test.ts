import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { businessDateOf, localHourOf } from '../business-day.ts';
import { momentReader } from './local-moment.ts';

const newYork = { timeZone: 'America/New_York', cutoff: '04:00' };

describe('placing a past sale in time', () => {
  test('N2: the business date is the local date before the cutoff counts as yesterday', () => {
    const momentOf = momentReader(newYork);
    expect(momentOf('2015-07-04', '03:59:59').businessDate).toBe('2015-07-03');
    expect(momentOf('2015-07-04', '04:00').businessDate).toBe('2015-07-04');
    expect(momentOf('2015-01-01', '01:30').businessDate).toBe('2014-12-31');
  });

  test('a time that the change to summer time skips is an hour later by the new clock', () => {
    const { at, hour } = momentReader(newYork)('2015-03-08', '02:30');
    expect(new Date(at).toISOString()).toBe('2015-03-08T07:30:00.000Z');
    expect(hour).toBe(3);
  });

  test('a time that comes twice in autumn is its first', () => {
    const { at, hour } = momentReader(newYork)('2015-11-01', '01:30');
    expect(new Date(at).toISOString()).toBe('2015-11-01T05:30:00.000Z');
    expect(hour).toBe(1);
  });

  test('the quick way agrees with the calendar for any moment in any zone', () => {
    const zones = [
      'America/New_York',
      'Europe/Berlin',
      'Asia/Beirut',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'Africa/Casablanca',
    ];
    const days = integer({ min: 0, max: 20_000 });
    const seconds = integer({ min: 0, max: 86_399 });
    assert(
      property(constantFrom(...zones), days, seconds, (timeZone, day, second) => {
        const rules = { timeZone, cutoff: '04:00' };
        const local = Temporal.PlainDate.from('1975-01-01')
          .add({ days: day })
          .toPlainDateTime(Temporal.PlainTime.from('00:00').add({ seconds: second }));
        const date = local.toPlainDate().toString();
        const time = local.toPlainTime().toString({ smallestUnit: 'second' });
        const at = local.toZonedDateTime(timeZone).epochMilliseconds;
        expect(momentReader(rules)(date, time)).toEqual({
          at,
          businessDate: businessDateOf(at, rules),
          hour: localHourOf(at, timeZone),
        });
      }),
      { numRuns: 500 },
    );
  });
});
