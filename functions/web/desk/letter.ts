import type { ShownCase } from '../../app/show-case.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import { type Instant, inWords, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import { notFound } from '../errors/error-pages.ts';
import { paths } from '../paths.ts';
import { standingOf } from './delivery-words.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { noticeNames } from './letter-words.ts';
import { formatNames } from './people-view.ts';

/** GET /desk/cases/{reference}/letters/{notice}: the letter as the person reads it, ready to print. */
export function showLetter(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const reference = storedReference.safeParse(request.params['reference']);
    const shown = reference.success ? await deps.showCase(reference.data, session.officer, session.staff) : undefined;
    const notice = shown?.notices.find(({ id }) => id === request.params['notice']);
    if (!shown || !notice) return notFound(deps.render, 'desk', session);
    const view = {
      session,
      back: paths.case(shown.state.reference),
      ...inLargePrint(letterView(notice, shown.state.reference, londonDateOf(notice.plannedAt)), shown.state),
      ...standingOf(notice, shown.events, request.now),
    };
    return { status: 200, html: deps.render('desk/letter.njk', view) };
  };
}

/** A letter written before it was agreed is printed as they need it too; what they asked for in their own words is enough for that (duty D7). */
function inLargePrint<View extends ReturnType<typeof letterView>>(view: View, { people, adjustments = '' }: CaseState): View {
  const asked = people?.agreed
    ? people.agreed.format === 'large-print'
    : /\blarge[ -]?(?:print|type|text|letters|font)\b/i.test(adjustments);
  return view.to.by === 'post' && view.format === undefined && asked ? { ...view, large: true } : view;
}

/** What a second person would send, as it would be drawn today. */
export async function proposedLetterView(deps: Pick<DeskPageDeps, 'proposedLetter'>, shown: ShownCase, now: Instant) {
  const letter = shown.state.proposal && (await deps.proposedLetter(shown));
  return letter && letterView(letter, shown.state.reference, londonDateOf(now));
}

/** The letter as it is drawn to be printed. `on`: the London date that it bears. */
export function letterView({ kind, to, letter, asksFor }: PlannedNotice, reference: string, on: LocalDate) {
  const format = to.by === 'post' ? to.format : undefined;
  return {
    reference,
    name: noticeNames[kind],
    date: inWords(on),
    to,
    addressed: [to.name, to.by === 'post' ? to.address : undefined].filter(Boolean).join('\n'),
    format: format && formatNames[format].toLowerCase(),
    large: format === 'large-print',
    /** Where the address of a page was added as it left, which nobody keeps (ADR 15). */
    hadLink: asksFor !== undefined,
    letter,
  };
}
