import type { ComplaintAnswers } from '../../contracts/complaint-form.ts';
import { detailOf } from '../../contracts/form-choices.ts';
import type { AnsweredFile } from '../../contracts/stored-form.ts';
import { monthOf } from '../../domain/calendar/month.ts';
import type { WayToReach } from '../../domain/intake/contact.ts';
import { paths } from '../paths.ts';
import type { Words } from '../words/words.ts';

type CheckedAnswer = { readonly question: string; readonly answer: string; readonly change?: string };

/** Every question with its answer, in the order of the form; `change` leads to its page and back. */
export function answersToCheck(words: Words, answers: ComplaintAnswers, files: readonly AnsweredFile[]): readonly CheckedAnswer[] {
  const { t } = words;
  const row = (question: string, answer: string | undefined, page: string) => ({
    question,
    answer: answer || t('check.notGiven'),
    change: paths.question(page, true),
  });
  return [
    row(t('check.whatHappened'), answers.whatHappened, 'what-happened'),
    row(t('check.when'), firstKnownInWords(words, answers), 'when'),
    row(t('check.effect'), answers.impact, 'effect'),
    row(t('check.putRight'), answers.outcomeSought, 'put-right'),
    row(t('check.before'), toldBefore(words, answers.toldBefore), 'before'),
    row(t('check.evidence'), files.map(({ name }) => name).join('\n') || t('check.noFiles'), 'evidence'),
    row(t('check.forWhom'), forWhom(words, answers.onBehalfOf), 'for-whom'),
    ...(answers.onBehalfOf ? [row(t('check.reachThem'), waysToThem(answers.onBehalfOf), 'for-whom')] : []),
    row(t('check.name'), answers.name, 'reach-you'),
    row(
      t('check.reachBy'),
      answers.reachBy.map((way) => wayInWords(words, way, answers)).join('\n') || t('check.cannotReach'),
      'reach-you',
    ),
    row(t('check.easier'), answers.adjustments, 'easier'),
  ];
}

function firstKnownInWords({ date, month }: Words, { firstKnown, firstKnownTo }: ComplaintAnswers): string | undefined {
  return firstKnown && (firstKnownTo === 'month' ? month(monthOf(firstKnown)) : date(firstKnown));
}

function toldBefore({ t }: Words, before: ComplaintAnswers['toldBefore']): string | undefined {
  return before && [t(before.told ? 'question.yes' : 'question.no'), before.reference, before.details].filter(Boolean).join('\n');
}

function forWhom({ t }: Words, other: ComplaintAnswers['onBehalfOf']): string {
  return other
    ? [t('check.forSomebodyElse'), other.name, other.relationship, showsIt(t, other.authority)].filter(Boolean).join('\n')
    : t('check.forYou');
}

function waysToThem({ address, telephone, email }: NonNullable<ComplaintAnswers['onBehalfOf']>): string {
  return [address, telephone, email].filter(Boolean).join('\n');
}

function showsIt(t: Words['t'], authority: NonNullable<ComplaintAnswers['onBehalfOf']>['authority']): string | undefined {
  return authority && t(authority === 'not-yet' ? 'check.nothingYet' : `authority.${authority}`);
}

const wayKeys = { email: 'check.byEmail', telephone: 'check.byTelephone', post: 'check.byPost' } as const satisfies Record<
  WayToReach,
  string
>;

function wayInWords({ t, anyOf }: Words, way: WayToReach, answers: ComplaintAnswers): string {
  const detail = t(wayKeys[way], { detail: answers[detailOf[way]] ?? '' });
  const uses = way === 'telephone' && answers.telephoneFor;
  return uses ? `${detail}\n${t('check.safeTo', { ways: anyOf(uses.map((use) => t(`check.${use}`))) })}` : detail;
}
