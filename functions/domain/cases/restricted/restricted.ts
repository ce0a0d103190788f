import type { LocalDate } from '../../calendar/local-date.ts';

// Some cases are seen only by those who must (ADR 14): whoever else asks for one finds nothing.

/** Why a case is kept to a few. `other` needs no less of a reason: every one is written down. */
export const restrictionGrounds = ['safeguarding', 'staff-complainant', 'about-councillor', 'whistleblowing', 'other'] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

/**
 * Roles to which a case may be kept. The auditor sees every case, whoever looks into one sees theirs, and an equality co-ordinator those in which they
 * advise: no duty ends because a case is restricted.
 */
export const restrictionGroups = [
  'complaints-team',
  'head-of-complaints',
  'director',
  'monitoring-officer',
  'complaints-manager-children',
  'complaints-manager-adults',
] as const;
export type RestrictionGroup = (typeof restrictionGroups)[number];

export type Restricted = {
  readonly since: LocalDate;
  readonly ground: RestrictionGround;
  /** Never empty. */
  readonly groups: readonly RestrictionGroup[];
};

export type RestrictionCommand =
  /** Also of a restricted case: the new ground and groups take the place of the old. */
  | {
      readonly type: 'restrict';
      readonly ground: RestrictionGround;
      readonly groups: readonly RestrictionGroup[];
      readonly because: string;
    }
  | { readonly type: 'lift-restriction'; readonly because: string };

export type RestrictionEvent =
  | {
      readonly type: 'restricted';
      readonly on: LocalDate;
      readonly ground: RestrictionGround;
      readonly groups: readonly RestrictionGroup[];
      readonly because: string;
    }
  | { readonly type: 'restriction-lifted'; readonly on: LocalDate; readonly because: string };
