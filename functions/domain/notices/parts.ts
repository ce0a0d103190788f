import type { CouncilFacts, OmbudsmanFacts } from '../../../council/facts.ts';
import { inWords } from '../calendar/local-date.ts';
import type { Known } from '../cases/case.ts';
import type { Deadline, DeadlineKind } from '../deadlines/deadline.ts';
import type { Addressee, Block } from './notice.ts';

/** What every letter may use besides the case: one council's facts, the dates that hold now, and where the service lives. */
export type NoticeContext = {
  readonly council: CouncilFacts;
  readonly publicUrl: string;
  readonly deadlines: readonly Deadline[];
};

/**
 * Where a notice to the complainant goes: only ways they called safe (duty D6), and no address that has just failed. Undefined when they left
 * no way at all: an anonymous complaint is investigated, and nobody can be written to (duty D8).
 */
export function complainantOf(known: Known): Addressee | undefined {
  const { complainant, reachBy } = known;
  if (reachBy.includes('email') && complainant.email && !known.undelivered)
    return { by: 'email', email: complainant.email, name: complainant.name };
  if (reachBy.length === 0 && !complainant.name && !complainant.address) return undefined;
  return { by: 'post', name: complainant.name, address: reachBy.includes('post') ? complainant.address : undefined };
}

export function greeting(known: Known): Block {
  return { paragraph: known.complainant.name ? `Dear ${known.complainant.name}` : 'Hello' };
}

/** The due date of a deadline in words, or undefined when there is none or it cannot be counted. */
export function dueInWords(deadlines: readonly Deadline[], kind: DeadlineKind): string | undefined {
  const due = deadlines.find((deadline) => deadline.kind === kind)?.due;
  return due && inWords(due);
}

export function howToAdd(council: CouncilFacts, reference: string): readonly Block[] {
  const { telephone, telephoneNote, postalAddress, inPerson } = council.complaints;
  return [
    { heading: 'If you want to add something or need to reach us' },
    { paragraph: `Reply to this message, or give the reference ${reference} when you contact us:` },
    {
      list: [`telephone ${telephone}. ${telephoneNote}`, `write to ${postalAddress.join(', ')}`, `visit the ${inPerson}`],
    },
  ];
}

/** Said on every first page, receipt and greeting (duty D5). */
export function inDanger(council: CouncilFacts): Block {
  return {
    paragraph: `If you or someone else is in danger now, call 999. In a care emergency, call ${council.outOfHours.careEmergencyTelephone}. This mailbox is not read at night or at weekends.`,
  };
}

/** Contact details only: the council never says whether an Ombudsman can help (routes.md section 0, rule 3). */
export function ombudsmanDetails(ombudsman: OmbudsmanFacts): Block {
  return {
    list: [
      `website: ${ombudsman.website}`,
      `telephone: ${ombudsman.telephone}`,
      ...(ombudsman.email ? [`email: ${ombudsman.email}`] : []),
      ...(ombudsman.postalAddress ? [`post: ${ombudsman.postalAddress.join(', ')}`] : []),
    ],
  };
}

export function signedBy(name: string, council: CouncilFacts): readonly Block[] {
  return [{ paragraph: name }, { paragraph: `${council.complaints.teamName}, ${council.name}` }];
}

/** An officer's free text as paragraphs, one for each line they left apart. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part.length > 0)
    .map((paragraph) => ({ paragraph }));
}
