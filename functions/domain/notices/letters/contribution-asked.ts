import { inWords } from '../../calendar/local-date.ts';
import type { Contribution } from '../../cases/allocation/contribution.ts';
import type { CaseState } from '../../cases/case.ts';
import { leadServiceOf } from '../../cases/lead-service.ts';
import type { Alert } from '../../deadlines/deadline.ts';
import type { Block, Letter } from '../notice.ts';
import type { NoticeContext } from '../parts.ts';

/** To whoever is asked for a part of an answer: nothing of what the person wrote, nor of the question (decision 32). Its sender adds the link. */
export function contributionAsked(state: CaseState, asked: Contribution, context: NoticeContext): Letter {
  const due = inWords(asked.due);
  return {
    subject: `${state.reference}: your part of an answer is needed by ${due}`,
    blocks: [
      { paragraph: `${who(asked)} asked for a part of an answer. Please give it by ${due}.` },
      ...howToAnswer(state, asked, context),
    ],
  };
}

const urgency: Readonly<Record<Alert['kind'], string>> = {
  warning: 'is due soon',
  due: 'is due today',
  overdue: 'is late',
};

/** The same before its day, on it, and while it is late: each with a link of its own. */
export function contributionWaitedFor(state: CaseState, asked: Contribution, { kind }: Alert, context: NoticeContext): Letter {
  return {
    subject: `${state.reference}: your part of an answer ${urgency[kind]}`,
    blocks: [
      {
        paragraph: `${who(asked)} asked for a part of an answer, which ${kind === 'overdue' ? 'was' : 'is'} due on ${inWords(asked.due)}. Somebody waits for it.`,
      },
      ...howToAnswer(state, asked, context),
    ],
  };
}

function who({ contractor }: Contribution): string {
  return contractor ? `${contractor.name}, you were` : 'Your service was';
}

function howToAnswer(
  state: CaseState,
  { service, contractor, due }: Contribution,
  { council, publicUrl }: NoticeContext,
): readonly Block[] {
  return [
    {
      terms: [
        { term: 'Reference', detail: state.reference },
        { term: 'Service asked', detail: council.services[service]?.name ?? 'Not known' },
        { term: 'Service that leads', detail: council.services[leadServiceOf(state)]?.name ?? 'Not decided' },
        { term: 'Due', detail: inWords(due) },
      ],
    },
    ...(contractor ? [] : [{ paragraph: `If you work on the desk, the case is at ${publicUrl}/desk/cases/${state.reference}` }]),
    {
      paragraph:
        'You can read the question and answer it on the page below. You do not need an account. The page takes one answer. Pass this email on only to whoever is to give it.',
    },
  ];
}
