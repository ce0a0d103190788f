import type { AnswersInHand, SentNote } from '../../contracts/answers-in-hand.ts';
import { addMinutes, type Instant, londonClockOf, londonDateOf } from '../../domain/calendar/local-date.ts';
import { answersKept } from '../../domain/policy/the-door.ts';
import type { PageProblem } from '../form-errors.ts';
import type { PageRequest } from '../page.ts';
import { paths } from '../paths.ts';
import type { OpenedAnswers, PublicPageDeps } from '../public-deps.ts';
import type { Words } from '../words/words.ts';
import { questionOf } from './questions.ts';

/** Until when these answers are kept from now on (duty D8). */
export function keptUntil(
  { sent, keptForDays, openedAt }: Pick<AnswersInHand, 'keptForDays' | 'openedAt'> & { readonly sent?: SentNote | true },
  now: Instant,
): Instant {
  if (sent) return addMinutes(now, answersKept.minutesAfterSending);
  const until = addMinutes(now, keptForDays ? answersKept.days * 24 * 60 : answersKept.hours * 60);
  const latest = openedAt && addMinutes(openedAt, answersKept.longestDays * 24 * 60);
  return latest !== undefined && latest < until ? latest : until;
}

/** What this browser answered and has not sent. */
export async function openUnsent({ answers }: PublicPageDeps, { cookies }: PageRequest): Promise<OpenedAnswers | undefined> {
  const opened = await answers.open(cookies);
  return opened?.value.sent ? undefined : opened;
}

/** What every page of the form carries unseen, and what stands under it. `at`: the page, by its name in the address. */
export async function frameOf(deps: PublicPageDeps, request: PageRequest, at: string, opened: OpenedAnswers | undefined) {
  const { words } = deps;
  const [{ token: csrf, cookie }, stamp] = await Promise.all([deps.formTokens.issue(request.cookies), deps.openings.stamp(request.now)]);
  return {
    cookies: cookie === undefined ? [] : [cookie],
    view: {
      csrf,
      stamp,
      at,
      links: { saving: paths.savingFrom(at), clear: paths.clearAnswersFrom(at) },
      kept: {
        hours: answersKept.hours,
        days: answersKept.days,
        forDays: opened?.value.keptForDays === true,
        until: opened && untilInWords(words, opened.until, request.now),
        secondsLeft: opened && secondsFrom(request.now, opened.until),
        warnedSeconds: answersKept.warnedMinutes * 60,
      },
    },
  };
}

function secondsFrom(now: Instant, until: Instant): number {
  return Math.floor((Date.parse(until) - Date.parse(now)) / 1_000);
}

export function untilInWords({ t, date }: Words, until: Instant, now: Instant): string {
  const on = londonDateOf(until);
  const time = londonClockOf(until);
  return on === londonDateOf(now) ? t('form.keptUntilToday', { time }) : t('form.keptUntil', { time, date: date(on) });
}

/** The page of the form that `at` names: a question, or the answers to check. `fromCheck`: they came to change an answer. */
export function pageAt(at: string | null, fromCheck = false): { readonly name: string; readonly path: string } {
  const name = at === 'check' ? at : (questionOf(at ?? undefined)?.name ?? 'what-happened');
  return { name, path: paths.question(name, fromCheck && name !== 'check') };
}

export const notSaved: PageProblem = { field: '', problem: 'notSaved' };
