import type { ComplaintAnswers, TypedComplaint } from '../../contracts/complaint-form.ts';
import { detailOf } from '../../contracts/form-choices.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { WayToReach } from '../../domain/intake/contact.ts';
import { errorView } from '../form-errors.ts';
import type { PageRequest, PageResponse } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';

/**
 * The answers, to be checked and sent. They travel in hidden fields: nothing is stored before Send.
 * Each drawing has a token of its own, so that answers changed after a first sending are a message of their own and never lost as a repeat.
 */
export async function showCheck(
  deps: PublicPageDeps,
  request: PageRequest,
  typed: TypedComplaint,
  answers: ComplaintAnswers,
  errors: readonly FieldError[],
): Promise<PageResponse> {
  const { token: csrf, cookie } = await deps.formTokens.issue(request.cookies);
  const view = {
    rows: rowsOf(answers),
    hidden: hiddenFields(typed),
    canReply: answers.reachBy.length > 0,
    token: deps.newToken(),
    csrf,
    errors: errorView(errors),
  };
  return {
    status: errors.length > 0 ? 403 : 200,
    html: deps.render('complaint/check.njk', view),
    cookies: cookie === undefined ? [] : [cookie],
  };
}

const notGiven = 'Not given';

function rowsOf(answers: ComplaintAnswers): readonly { readonly question: string; readonly answer: string; readonly field: string }[] {
  const { onBehalfOf } = answers;
  return [
    { question: 'What happened', answer: answers.whatHappened, field: 'whatHappened' },
    { question: 'When you first knew', answer: answers.firstKnown ? inWords(answers.firstKnown) : notGiven, field: 'firstKnown' },
    { question: 'What would put it right', answer: answers.outcomeSought ?? notGiven, field: 'outcomeSought' },
    {
      question: 'Who it is for',
      answer: onBehalfOf ? ['Somebody else', onBehalfOf.name, onBehalfOf.relationship].filter(Boolean).join('\n') : 'You',
      field: 'onBehalf',
    },
    { question: 'Your name', answer: answers.name ?? notGiven, field: 'name' },
    {
      question: 'How it is safe to reach you',
      answer: answers.reachBy.map((way) => `${wayNames[way]}: ${answers[detailOf[way]] ?? ''}`).join('\n') || 'We cannot write to you',
      field: 'reachBy',
    },
    { question: 'What would make it easier', answer: answers.adjustments ?? notGiven, field: 'adjustments' },
  ];
}

const wayNames: Record<WayToReach, string> = { email: 'Email', telephone: 'Telephone', post: 'Post' };

function hiddenFields({ firstKnown, reachBy, ...texts }: TypedComplaint): readonly { readonly name: string; readonly value: string }[] {
  return [
    ...Object.entries(texts).map(([name, value]) => ({ name, value })),
    ...Object.entries(firstKnown).map(([part, value]) => ({ name: `firstKnown-${part}`, value })),
    ...reachBy.map((value) => ({ name: 'reachBy', value })),
  ].filter(({ value }) => value !== '');
}
