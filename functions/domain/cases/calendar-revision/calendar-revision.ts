import type { LocalDate } from '../../calendar/local-date.ts';
import type { Holiday } from '../../calendar/working-days.ts';
import type { DeadlineKind } from '../../deadlines/deadline.ts';

/**
 * What a bank holiday proclaimed late did to this case (decision 16). `version`: the last revision of the list that moved one of its dates. `toldToAcknowledge`: the
 * date of the acknowledgement before it moved, which our receipt bears: we still work to it.
 */
export type CalendarRevised = {
  readonly version: number;
  readonly toldToAcknowledge?: { readonly deadline: AcknowledgementKind; readonly on: LocalDate };
};

/** The acts that a letter of ours names a day for before they are done. */
export const acknowledgementKinds = ['acknowledge', 'acknowledge-stage-two'] as const satisfies readonly DeadlineKind[];
export type AcknowledgementKind = (typeof acknowledgementKinds)[number];

export type MovedDate = { readonly deadline: DeadlineKind; readonly from: LocalDate; readonly to: LocalDate };

/** Of the machine alone: the dates of the case are counted again with that revision of the list. */
export type ReviseCalendar = { readonly type: 'revise-calendar'; readonly version: number };

/** Only where a date moved. */
export type CalendarRevisedEvent = {
  readonly type: 'calendar-revised';
  readonly version: number;
  readonly holiday: Holiday;
  readonly moved: readonly MovedDate[];
};
