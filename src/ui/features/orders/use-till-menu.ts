import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getMenu } from '../../../contract/menu.ts';
import { getSite } from '../../../contract/site.ts';
import { query } from '../../api/query.ts';
import { sellableMenu } from './sellable-menu.ts';

/** The menu and the settings it is sold under. */
export function useTillMenu() {
  const menu = useQuery(query(getMenu, {}));
  const site = useQuery(query(getSite, {}));
  const data = menu.data;
  const taxMode = site.data?.site.taxMode;
  const sellable = useMemo(
    () => (data && taxMode ? sellableMenu(data, taxMode) : undefined),
    [data, taxMode],
  );
  return {
    menu: sellable,
    site: site.data?.site,
    tenders: site.data?.tenders,
    error: menu.data && site.data ? null : (menu.error ?? site.error),
    retry: () => {
      void menu.refetch();
      void site.refetch();
    },
  };
}
