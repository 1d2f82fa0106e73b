import type { MessageDescriptor } from '@lingui/core';
import type { LucideIcon } from 'lucide-react';
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
  menu?: { words: MessageDescriptor; icon: LucideIcon };
};

/** Where features meet: every screen of the signed-in till, the first match wins. */
export const screens: readonly Screen[] = [];
