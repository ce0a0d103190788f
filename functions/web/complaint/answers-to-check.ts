import { authorityNames } from '../../contracts/answers-in-words.ts';
import type { ComplaintAnswers, TelephoneUse } from '../../contracts/complaint-form.ts';
import { detailOf } from '../../contracts/form-choices.ts';
import type { AnsweredFile } from '../../contracts/stored-form.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import { monthInWords, monthOf } from '../../domain/calendar/month.ts';
import type { WayToReach } from '../../domain/intake/contact.ts';
import { paths } from '../paths.ts';

type CheckedAnswer = { readonly question: string; readonly answer: string; readonly change?: string };

const notGiven = 'Not given';

/** Every question with its answer, in the order of the form; `change` leads to its page and back. */
export function answersToCheck(answers: ComplaintAnswers, files: readonly AnsweredFile[]): readonly CheckedAnswer[] {
  const row = (question: string, answer: string | undefined, page: string) => ({
    question,
    answer: answer || notGiven,
    change: paths.question(page, true),
  });
  return [
    row('What happened', answers.whatHappened, 'what-happened'),
    row('When you first knew', firstKnownInWords(answers), 'when'),
    row('How it has affected you', answers.impact, 'effect'),
    row('What would put it right', answers.outcomeSought, 'put-right'),
    row('Told us before', toldBefore(answers.toldBefore), 'before'),
    row('Photos and documents', files.map(({ name }) => name).join('\n') || 'None', 'evidence'),
    row('Who it is for', forWhom(answers.onBehalfOf), 'for-whom'),
    row('Your name', answers.name, 'reach-you'),
    row(
      'How it is safe to reach you',
      answers.reachBy.map((way) => wayInWords(way, answers)).join('\n') || 'We cannot reach you',
      'reach-you',
    ),
    row('What would make it easier', answers.adjustments, 'easier'),
  ];
}

function firstKnownInWords({ firstKnown, firstKnownTo }: ComplaintAnswers): string | undefined {
  return firstKnown && (firstKnownTo === 'month' ? monthInWords(monthOf(firstKnown)) : inWords(firstKnown));
}

function toldBefore(before: ComplaintAnswers['toldBefore']): string | undefined {
  return before && [before.told ? 'Yes' : 'No', before.reference, before.details].filter(Boolean).join('\n');
}

function forWhom(other: ComplaintAnswers['onBehalfOf']): string {
  return other
    ? ['Somebody else', other.name, other.relationship, other.authority && authorityNames[other.authority]].filter(Boolean).join('\n')
    : 'You';
}

const wayNames: Record<WayToReach, string> = { email: 'Email', telephone: 'Telephone', post: 'Post' };
const useNames: Record<TelephoneUse, string> = { call: 'ring', text: 'text', message: 'leave a message' };

function wayInWords(way: WayToReach, answers: ComplaintAnswers): string {
  const uses =
    way === 'telephone' && answers.telephoneFor ? `\nSafe to ${answers.telephoneFor.map((use) => useNames[use]).join(' or ')}` : '';
  return `${wayNames[way]}: ${answers[detailOf[way]] ?? ''}${uses}`;
}
