import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getSalesReport, getToday } from '../../../contract/reports.ts';
import { query } from '../../api/query.ts';
import type { DateRange } from './range.ts';

export type Comparison = 'before' | 'weekdays';

export const todayQuery = query(getToday, {});

/** A report stays in view while the next range is fetched: figures change, the page does not jump. */
export function reportQuery(range: DateRange, compare: Comparison | undefined) {
  return queryOptions({
    ...query(getSalesReport, { query: { ...range, ...(compare ? { compare } : {}) } }),
    placeholderData: keepPreviousData,
  });
}
