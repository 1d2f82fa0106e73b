import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Dining } from '../../domain/order/order.ts';

type Named = { readonly table: string; readonly dining: Dining };

/** What an order is called on every screen of the till. */
export function useOrderWords() {
  const { t } = useLingui();
  return useMemo(
    () => ({
      /** "Table 7", "Bar", "Quick sale", "To go". */
      title: ({ table, dining }: Named): string => {
        if (table !== '') return /^\d/.test(table) ? t`Table ${table}` : table;
        if (dining === 'to_go') return t`To go`;
        return dining === 'delivery' ? t`Delivery` : t`Quick sale`;
      },
      guests: (covers: number): string =>
        t`${plural(covers, { one: '# guest', other: '# guests' })}`,
      items: (items: number): string => t`${plural(items, { one: '# item', other: '# items' })}`,
    }),
    [t],
  );
}
