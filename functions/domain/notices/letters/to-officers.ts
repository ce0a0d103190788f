import { inWords } from '../../calendar/local-date.ts';
import type { Reference } from '../../cases/actor.ts';
import type { CaseState } from '../../cases/case.ts';
import { leadServiceOf } from '../../cases/lead-service.ts';
import type { Alert, Deadline, DeadlineKind } from '../../deadlines/deadline.ts';
import { toldDate, workTo } from '../../deadlines/next.ts';
import { withSmallLetter } from '../../first-letter.ts';
import { takingHarm } from '../../policy/possible-harm.ts';
import type { Block, Letter } from '../notice.ts';
import type { NoticeContext } from '../parts.ts';

/** What is due, for officers' mail: of a promise not even its kind or its sum, which are words of the case (decision 32). Its page shows them. */
export const whatIsDue: Readonly<Record<DeadlineKind, string>> = {
  'take-harm': 'Somebody to take what may mean harm',
  triage: 'A decision on the route',
  acknowledge: 'The acknowledgement',
  respond: 'The full response',
  'service-request': 'The promised action',
  'hand-over': 'The confirmed hand-over',
  'read-correspondence': 'Reading a new message',
  'reach-another-way': 'Another way to reach the person',
  'post-letter': 'The posting of a letter',
  'same-or-new': 'A decision on where a message belongs',
  'answer-chaser': 'An answer to somebody who asks for news',
  'confirm-withdrawal': 'The confirmation of a withdrawal',
  'acknowledge-stage-two': 'The acknowledgement at stage two',
  'respond-stage-two': 'The final response at stage two',
  'second-person': 'A second person’s approval',
  'check-transcript': 'The check of a recorded call',
  remedy: 'Something that we promised',
  'ask-whether-done': 'The question whether a promise was kept',
  'acknowledge-complaint': 'The acknowledgement of a new complaint by somebody who is not satisfied',
  'call-back': 'Ringing somebody back',
  'verify-authority': 'A decision on who is answered',
  'review-adjustments': 'Another look at what was agreed with the person',
  'equality-advice': 'The advice of an equality co-ordinator',
  'report-discrimination': 'A report to the Head and the Service Director',
  'hazard-emergency': 'An emergency hazard in a council home, to be made safe,',
  'hazard-investigate': 'The investigation of a hazard in a council home',
  'hazard-summary': 'The written summary of a hazard in a council home',
  'hazard-safe': 'Making a council home safe',
  'hazard-works': 'The beginning of further works in a council home',
  'hazard-works-arranged': 'The arranged beginning of further works in a council home',
  'update-due': 'An update to somebody who waits',
  'decide-overdue': 'The Head’s decision on a late stage one',
  contribution: 'Another service’s part of the answer',
};

const urgency: Readonly<Record<Alert['kind'], string>> = { warning: 'due soon', due: 'due today', overdue: 'overdue' };

/** Officers' mail carries reference, service, date and link, and nothing of what the person wrote or who they are (decision 32). */
export function alertLetter(state: CaseState, deadline: Deadline, alert: Alert, { council, publicUrl }: NoticeContext): Letter {
  const date = workTo(deadline);
  return {
    subject: `${state.reference} ${urgency[alert.kind]}: ${withSmallLetter(whatIsDue[deadline.kind])}`,
    blocks: [
      { paragraph: `${whatIsDue[deadline.kind]} is ${urgency[alert.kind]}.` },
      {
        terms: [
          { term: 'Reference', detail: state.reference },
          { term: 'Service', detail: council.services[leadServiceOf(state)]?.name ?? 'Not decided' },
          { term: 'Due', detail: date ? inWords(date) : 'The date cannot be counted: look at the case' },
          { term: 'Why that date', detail: deadline.explanation },
          { term: 'Source', detail: deadline.source },
        ],
      },
      ...otherwise(deadline, alert),
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

/** What follows by itself where nothing is done: two working days before the date there is time to respond or to extend (duty D22). */
function otherwise(deadline: Deadline, { kind }: Alert): readonly Block[] {
  const told = toldDate(deadline);
  const what = whatToDo[deadline.kind];
  if (kind === 'overdue' || !told || !what) return [];
  return [
    {
      paragraph: `${what} by ${inWords(told)}. If that is not done, at 10:00 on the next working day the person gets an apology by itself. The Head can add to it, and cannot stop it.`,
    },
  ];
}

const whatToDo: Readonly<Partial<Record<DeadlineKind, string>>> = {
  acknowledge: 'Acknowledge the complaint',
  'acknowledge-stage-two': 'Acknowledge it at stage two',
  'acknowledge-complaint': 'Accept it as a complaint and acknowledge it, or say why their words do not mean it',
  respond: 'Respond or extend the time',
  'respond-stage-two': 'Respond or extend the time',
};

/** Whether the person gets an apology by itself where nothing is done. */
export function isApologisedFor(what: DeadlineKind): boolean {
  return whatToDo[what] !== undefined;
}

/** Whoever proposed it cannot approve it, so somebody else must hear of it (duty D28). */
export function secondPersonWanted(state: CaseState, { council, publicUrl, deadlines }: NoticeContext): Letter {
  const date = deadlines.find(({ kind }) => kind === 'second-person')?.due;
  return {
    subject: `${state.reference}: waiting for a second person`,
    blocks: [
      {
        paragraph:
          'A colleague has proposed something in this case that two people decide. Please read it, then approve it or return it with your comments.',
      },
      {
        terms: [
          { term: 'Reference', detail: state.reference },
          { term: 'Service', detail: council.services[leadServiceOf(state)]?.name ?? 'Not decided' },
          ...(date ? [{ term: 'Due', detail: inWords(date) }] : []),
        ],
      },
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

/** Sent at any hour (duty D5). The link only opens the case: a program that follows links takes nothing. */
export function possibleHarmLetter(state: CaseState, { publicUrl }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: possible harm, please read now`,
    blocks: [
      { paragraph: 'A message that has just arrived may speak of danger to a person. Please read it now and decide what must be done.' },
      { paragraph: takeIt },
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

const takeIt = `Open the case and press “Take it”, so that everybody knows who sees to it. If nobody has within ${takingHarm.withinMinutes} minutes, the next person is told.`;

/** Nobody has taken it, and it has climbed to whoever reads this. */
export function untakenHarmLetter(state: CaseState, { publicUrl }: Pick<NoticeContext, 'publicUrl'>): Letter {
  return {
    subject: `${state.reference}: possible harm, and nobody has taken it`,
    blocks: [
      { paragraph: 'A message that may speak of danger to a person came in, and nobody has taken it yet. Please read it now.' },
      { paragraph: takeIt },
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

/** Sent at any hour (duty D35). */
export function ombudsmanLetter(state: CaseState, { council, publicUrl }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: a letter from an Ombudsman`,
    blocks: [
      { paragraph: 'A message has arrived that an Ombudsman wrote or sent on. They set dates of their own: please read it today.' },
      {
        terms: [
          { term: 'Reference', detail: state.reference },
          { term: 'Service', detail: council.services[leadServiceOf(state)]?.name ?? 'Not decided' },
        ],
      },
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

export function caseLink(publicUrl: string, reference: Reference): string {
  return `${publicUrl}/desk/cases/${reference}`;
}
