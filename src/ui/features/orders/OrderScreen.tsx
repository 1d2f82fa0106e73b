import { useParams, useSearch } from 'wouter';
import { OrderDesk } from './OrderDesk.tsx';
import { useDesk } from './use-desk.ts';

/** `/orders/new?table=…`, `/orders/new?quick`, `/orders/new?to_go` and `/orders/:orderId`. */
export function OrderScreen() {
  const { orderId = 'new' } = useParams();
  const desk = useDesk(orderId, useSearch());
  return <OrderDesk key={desk.sitting} {...desk} />;
}
