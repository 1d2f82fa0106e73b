import { useQuery } from '@tanstack/react-query';
import { getSite } from '../../../contract/site.ts';
import { query } from '../../api/query.ts';

/** The hour at which this site's business day begins (N2). */
export function useCutoffHour(): number {
  const site = useQuery(query(getSite, {}));
  return Number(site.data?.site.cutoff.slice(0, 2) ?? 4);
}
