import type { Instant, LocalDate } from '../calendar/local-date.ts';
import { isBeyond, workingDaysFrom } from '../calendar/working-days.ts';
import type { Officer } from '../cases/actor.ts';
import { postPolicyCopy } from '../policy/front-desk.ts';
import type { Rules } from '../policy/rules.ts';

// What the council does at its front desk for somebody who has not complained to it yet (duty D11).

export const signpostPlaces = ['social-media', 'survey'] as const;

/** Somebody who wrote in public or in a survey was told how to complain. The day and the link, and nothing of what they wrote. */
export type Signpost = {
  readonly id: string;
  readonly on: LocalDate;
  readonly place: (typeof signpostPlaces)[number];
  readonly link: string;
  readonly by: Officer;
  readonly at: Instant;
};

export const copyFormats = ['standard', 'large-print', 'easy-read'] as const;

/** A hard copy of the policy that somebody asked for. To whom is kept only until it is posted. */
export type PolicyCopy = {
  readonly id: string;
  readonly askedOn: LocalDate;
  /** Undefined where the calendar does not reach that far. */
  readonly due?: LocalDate;
  readonly format: (typeof copyFormats)[number];
  readonly by: Officer;
  readonly standing:
    | { readonly kind: 'to-post'; readonly name?: string; readonly address: string }
    | { readonly kind: 'posted'; readonly on: LocalDate; readonly by: Officer };
};

export type CopyAsked = {
  readonly name?: string;
  readonly address: string;
  readonly format: PolicyCopy['format'];
  readonly askedOn: LocalDate;
};

export function copyToPost(id: string, { name, address, format, askedOn }: CopyAsked, by: Officer, { calendar }: Rules): PolicyCopy {
  const count = workingDaysFrom(calendar, askedOn, postPolicyCopy.workingDays);
  return { id, askedOn, due: isBeyond(count) ? undefined : count.date, format, by, standing: { kind: 'to-post', name, address } };
}

/** Undefined where it is posted already, or the day lies before it was asked for. */
export function posted(copy: PolicyCopy, on: LocalDate, by: Officer): PolicyCopy | undefined {
  return copy.standing.kind === 'to-post' && on >= copy.askedOn ? { ...copy, standing: { kind: 'posted', on, by } } : undefined;
}
