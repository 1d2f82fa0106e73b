import type { Permission } from '../permission.ts';

export type Role = {
  readonly roleId: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
};

/** A person without their name: names are personal data and stay outside the journal (J1). */
export type StaffFact = {
  readonly staffId: string;
  readonly alias: string;
  readonly roleId: string;
  readonly active: boolean;
};
