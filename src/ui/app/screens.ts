import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { KeyRound, LayoutGrid, ReceiptText, Store } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Permission } from '../../domain/permission.ts';

/** A screen of a feature, loaded when it is first opened. */
export type Screen = {
  /** wouter's pattern; parameters reach the screen through `useParams`. */
  path: string;
  screen: LazyExoticComponent<ComponentType>;
  /** Without it the screen is not offered; the server checks every request anyway (U2). */
  permission?: Permission;
  /** Its entry in the menu of the avatar, in this order. */
  menu?: {
    words: MessageDescriptor;
    icon: LucideIcon;
    /** Where it leads, where the path has parameters. */
    address?: string;
    /** Offered to whoever may do one of these. */
    anyOf?: readonly Permission[];
  };
};

const floorScreen = lazy(() =>
  import('../features/floor/FloorScreen.tsx').then((module) => ({ default: module.FloorScreen })),
);

/** Where features meet: every screen of the signed-in till, the first match wins. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    screen: floorScreen,
    permission: 'orders.take',
  },
  {
    path: '/floor',
    screen: floorScreen,
    permission: 'orders.take',
    menu: { words: msg`Floor`, icon: LayoutGrid },
  },
  {
    path: '/orders/:orderId',
    screen: lazy(() =>
      import('../features/orders/OrderScreen.tsx').then((module) => ({
        default: module.OrderScreen,
      })),
    ),
    permission: 'orders.take',
  },
  {
    path: '/orders/:orderId/pay',
    screen: lazy(() =>
      import('../features/payments/PayScreen.tsx').then((module) => ({
        default: module.PayScreen,
      })),
    ),
    permission: 'payments.take',
  },
  {
    path: '/receipts/:orderId?',
    screen: lazy(() =>
      import('../features/receipts/ReceiptsScreen.tsx').then((module) => ({
        default: module.ReceiptsScreen,
      })),
    ),
    permission: 'payments.take',
    menu: { words: msg`Receipts`, icon: ReceiptText, address: '/receipts' },
  },
  {
    path: '/owner/:page?',
    screen: lazy(() =>
      import('./OwnerPages.tsx').then((module) => ({ default: module.OwnerPages })),
    ),
    menu: {
      words: msg`Owner’s pages`,
      icon: Store,
      address: '/owner',
      anyOf: [
        'reports.view',
        'menu.edit',
        'floor.edit',
        'staff.edit',
        'settings.edit',
        'journal.view',
      ],
    },
  },
  {
    path: '/pin',
    screen: lazy(() =>
      import('../features/settings/OwnPinScreen.tsx').then((module) => ({
        default: module.OwnPinScreen,
      })),
    ),
    menu: { words: msg`Change my PIN`, icon: KeyRound },
  },
];
