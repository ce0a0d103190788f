import { inWords } from '../../calendar/local-date.ts';
import type { Contribution } from '../../cases/allocation/contribution.ts';
import type { CaseState } from '../../cases/case.ts';
import { leadServiceOf } from '../../cases/lead-service.ts';
import type { Letter } from '../notice.ts';
import type { NoticeContext } from '../parts.ts';

/** To the mailbox of a service whose part is wanted: nothing of what the person wrote, nor of the question (decision 32). */
export function contributionAsked(state: CaseState, { service, due }: Contribution, { council, publicUrl }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: your part of an answer is needed by ${inWords(due)}`,
    blocks: [
      { paragraph: `Your service is asked for its part of an answer. Please give it by ${inWords(due)}.` },
      {
        terms: [
          { term: 'Reference', detail: state.reference },
          { term: 'Service asked', detail: council.services[service]?.name ?? 'Not known' },
          { term: 'Service that leads', detail: council.services[leadServiceOf(state)]?.name ?? 'Not decided' },
          { term: 'Due', detail: inWords(due) },
        ],
      },
      { paragraph: 'The question stands in the case. If you cannot sign in to the desk, ask the officer of the service that leads.' },
      { paragraph: `${publicUrl}/desk/cases/${state.reference}` },
    ],
  };
}
