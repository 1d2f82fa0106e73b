import { useLingui } from '@lingui/react/macro';
import { Circle, ReceiptText, Utensils } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Floor } from '../../../contract/floor.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useOrderWords } from '../../order/use-order-words.ts';
import { minutesSince } from '../../order/use-now.ts';

type Status = Floor['tables'][number]['status'];

export const statusIcons: Record<Status, LucideIcon> = {
  available: Circle,
  occupied: Utensils,
  billing: ReceiptText,
};

/** What is said of a table: its status, guests, how long, who serves, what is due. */
export function useTableWords() {
  const { t } = useLingui();
  const format = useFormat();
  const words = useOrderWords();
  const statuses: Record<Status, string> = {
    available: t`Available`,
    occupied: t`Occupied`,
    billing: t`Billing`,
  };
  return (table: Floor['tables'][number], now: number) => {
    const { order } = table;
    return {
      name: words.title({ table: table.name, dining: 'here' }),
      status: statuses[table.status],
      due: order ? format.amount(order.balance) : '',
      guests: order && order.covers > 0 ? words.guests(order.covers) : '',
      seats: t`seats ${table.seats}`,
      seated: order ? format.duration(minutesSince(order.openedAt, now)) : '',
      servedBy: order?.openedBy ?? '',
    };
  };
}
