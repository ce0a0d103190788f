import type { ListedLesson } from '../../app/list-lessons.ts';
import { inWords, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { remedyTypeNames } from './remedy-view.ts';
import { dueTag, serviceName } from './words.ts';

/** GET /desk/learning: what services learn by complaints, open entries by their date and then what is over, the newest first (policy section 9). */
export function showLearning(deps: DeskPageDeps): OfficerPage {
  return async (request, session): Promise<PageResponse> => {
    const today = londonDateOf(request.now);
    const lessons = await deps.lessons(session.officer);
    const open = lessons.filter(({ state }) => state.is === 'promised').toSorted((one, other) => (one.due < other.due ? -1 : 1));
    const over = lessons.filter(({ state }) => state.is !== 'promised').toReversed();
    const view = {
      session,
      open: open.map((lesson) => ({
        ...rowOf(deps, lesson),
        ...(lesson.of && session.pages.includes('act-on-case') && { href: paths.doOnCase(lesson.of.reference, 'record-remedy-done') }),
        tag: dueTag(lesson.due, today),
      })),
      over: over.map((lesson) => ({ ...rowOf(deps, lesson), outcome: outcomeOf(lesson) })),
    };
    return { status: 200, html: deps.render('desk/learning.njk', view) };
  };
}

function rowOf({ council }: DeskPageDeps, { of, service, type, owner, due }: ListedLesson) {
  return {
    what: of?.what ?? 'Something in a case that is kept to a few people',
    kind: remedyTypeNames[type],
    service: serviceName(council, service),
    owner: owner.name,
    due: inWords(due),
    reference: of?.reference,
    href: of && paths.case(of.reference),
  };
}

function outcomeOf({ state }: ListedLesson): string {
  return 'on' in state ? `${state.is === 'done' ? 'Done' : 'Given up'} on ${inWords(state.on)}` : '';
}
