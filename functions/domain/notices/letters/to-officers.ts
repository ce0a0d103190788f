import { inWords } from '../../calendar/local-date.ts';
import type { Reference } from '../../cases/actor.ts';
import type { CaseState } from '../../cases/case.ts';
import { leadServiceOf } from '../../cases/lead-service.ts';
import type { Alert, Deadline, DeadlineKind } from '../../deadlines/deadline.ts';
import { workTo } from '../../deadlines/next.ts';
import type { Letter } from '../notice.ts';
import type { NoticeContext } from '../parts.ts';

const whatIsDue: Readonly<Record<DeadlineKind, string>> = {
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
  'acknowledge-complaint': 'The acknowledgement of a new complaint by somebody who is not satisfied',
  'call-back': 'Ringing somebody back',
};

const urgency: Readonly<Record<Alert['kind'], string>> = { warning: 'due soon', due: 'due today', overdue: 'overdue' };

/** Officers' mail carries reference, service, date and link, and nothing of what the person wrote or who they are (decision 32). */
export function alertLetter(state: CaseState, deadline: Deadline, alert: Alert, { council, publicUrl }: NoticeContext): Letter {
  const date = workTo(deadline);
  return {
    subject: `${state.reference} ${urgency[alert.kind]}: ${whatIsDue[deadline.kind].toLowerCase()}`,
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
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

/** Sent at any hour (duty D5). */
export function possibleHarmLetter(state: CaseState, { publicUrl }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: possible harm, please read now`,
    blocks: [
      { paragraph: 'A message that has just arrived may speak of danger to a person. Please read it now and decide what must be done.' },
      { paragraph: caseLink(publicUrl, state.reference) },
    ],
  };
}

function caseLink(publicUrl: string, reference: Reference): string {
  return `${publicUrl}/desk/cases/${reference}`;
}
