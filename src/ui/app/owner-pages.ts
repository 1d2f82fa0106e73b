import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import {
  ChartColumn,
  LayoutGrid,
  ScrollText,
  Settings,
  Sun,
  UsersRound,
  UtensilsCrossed,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Permission } from '../../domain/permission.ts';

/** One page of the owner's: a feature's screen inside the frame with the rail. */
export type OwnerPage = {
  /** Below `/owner`; the first has none. */
  page: string;
  words: MessageDescriptor;
  icon: LucideIcon;
  permission: Permission;
  screen: LazyExoticComponent<ComponentType>;
};

/** In the order of the rail: what is looked at daily first. */
export const ownerPages: readonly OwnerPage[] = [
  {
    page: '',
    words: msg`Today`,
    icon: Sun,
    permission: 'reports.view',
    screen: lazy(() =>
      import('../features/reports/TodayPage.tsx').then((module) => ({ default: module.TodayPage })),
    ),
  },
  {
    page: 'reports',
    words: msg`Reports`,
    icon: ChartColumn,
    permission: 'reports.view',
    screen: lazy(() =>
      import('../features/reports/ReportsPage.tsx').then((module) => ({
        default: module.ReportsPage,
      })),
    ),
  },
  {
    page: 'menu',
    words: msg`Menu`,
    icon: UtensilsCrossed,
    permission: 'menu.edit',
    screen: lazy(() =>
      import('../features/menu/MenuPage.tsx').then((module) => ({ default: module.MenuPage })),
    ),
  },
  {
    page: 'floor',
    words: msg`Tables`,
    icon: LayoutGrid,
    permission: 'floor.edit',
    screen: lazy(() =>
      import('../features/floor-editor/FloorEditorPage.tsx').then((module) => ({
        default: module.FloorEditorPage,
      })),
    ),
  },
  {
    page: 'people',
    words: msg`People`,
    icon: UsersRound,
    permission: 'staff.edit',
    screen: lazy(() =>
      import('../features/staff/PeoplePage.tsx').then((module) => ({
        default: module.PeoplePage,
      })),
    ),
  },
  {
    page: 'settings',
    words: msg`Settings`,
    icon: Settings,
    permission: 'settings.edit',
    screen: lazy(() =>
      import('../features/settings/SettingsPage.tsx').then((module) => ({
        default: module.SettingsPage,
      })),
    ),
  },
  {
    page: 'journal',
    words: msg`Journal`,
    icon: ScrollText,
    permission: 'journal.view',
    screen: lazy(() =>
      import('../features/journal/JournalPage.tsx').then((module) => ({
        default: module.JournalPage,
      })),
    ),
  },
];

export function addressOfOwnerPage({ page }: Pick<OwnerPage, 'page'>): string {
  return page === '' ? '/owner' : `/owner/${page}`;
}
