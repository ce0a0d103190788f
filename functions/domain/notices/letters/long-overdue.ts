import type { CouncilFacts } from '../../../../council/facts.ts';
import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import type { Reference } from '../../cases/actor.ts';
import type { DeadlineKind } from '../../deadlines/deadline.ts';
import type { Service } from '../../triage/suggestion.ts';
import type { Letter } from '../notice.ts';
import { caseLink, whatIsDue } from './to-officers.ts';

export type OverdueLine = {
  readonly reference: Reference;
  readonly service: Service;
  readonly what: DeadlineKind;
  /** The London date that officers worked to. */
  readonly due: LocalDate;
};

type Part = { readonly lines: readonly OverdueLine[]; readonly inAll: number; readonly part: number; readonly parts: number };

/** Reference, service, what, date and link of each, and nothing of what the person wrote or who they are (decision 32). */
export function longOverdueLetter({ lines, inAll, part, parts }: Part, council: CouncilFacts, publicUrl: string): Letter {
  const things = inAll === 1 ? '1 thing is long overdue' : `${inAll} things are long overdue`;
  return {
    subject: parts > 1 ? `${things} (part ${part} of ${parts})` : things,
    blocks: [
      {
        paragraph: `${things}: the reminders of each case have ended. This list comes on every working day until nothing is left on it. The oldest come first.`,
      },
      {
        terms: lines.map(({ reference, service, what, due }) => ({
          term: reference,
          detail: `${council.services[service]?.name ?? 'Service not decided'}. ${whatIsDue[what]} was due on ${inWords(due)}. ${caseLink(publicUrl, reference)}`,
        })),
      },
    ],
  };
}
