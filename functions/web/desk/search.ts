import type { FoundCase } from '../../app/search-cases.ts';
import { searchForm } from '../../contracts/search-form.ts';
import { inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { deadlineNames, dueTag, stageName } from './words.ts';

type Drawing = { readonly typed?: string; readonly fault?: string; readonly found?: readonly FoundCase[]; readonly more?: boolean };

/** GET /desk/search: the box and what it takes. */
export function showSearch(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => ({ status: 200, html: draw(deps, session, londonDateOf(request.now), {}) });
}

/** POST /desk/search: what is looked for is about people, so it stands in no address and no log. A reference leads to its case. */
export function search(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine): Promise<PageResponse> => {
    const typed = searchForm.parse(Object.fromEntries(request.form)).typed;
    const answer = (status: 200 | 400 | 403, drawing: Drawing): PageResponse => ({
      status,
      html: draw(deps, session, londonDateOf(request.now), { typed, ...drawing }),
    });
    if (!genuine) return answer(403, { fault: signedInAgain });
    const found = await deps.searchCases(session.officer, typed);
    if (found.kind === 'nothing-asked')
      return answer(400, { fault: 'Enter a reference, a name, an email address, a telephone number or words from the complaint' });
    const [only, ...others] = found.cases;
    if (found.by === 'reference' && only && others.length === 0) return seeOther(paths.case(only.reference));
    return answer(200, { found: found.cases, more: found.more });
  };
}

function draw(deps: DeskPageDeps, session: Parameters<OfficerPage>[1], today: LocalDate, { typed, fault, found, more }: Drawing): string {
  return deps.render('desk/search.njk', {
    session,
    typed,
    fault,
    errors: fault === undefined ? undefined : { summary: [{ text: fault, href: '#typed' }] },
    more,
    cases: found?.map(({ reference, stage, stageTwo, way, complainant, receivedOn, nextDue }) => ({
      href: paths.case(reference),
      reference,
      name: complainant ?? 'No name given',
      stage: stageName(stage, stageTwo ?? false, way),
      received: inShort(receivedOn),
      due: nextDue && { what: deadlineNames[nextDue.kind], when: inShort(nextDue.on), tag: dueTag(nextDue.on, today) },
    })),
  });
}
