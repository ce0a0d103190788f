import type { CouncilFacts } from '../../../council/facts.ts';
import type { KnownCase } from '../../app/known-already.ts';
import type { ShownCase } from '../../app/show-case.ts';
import { formEnvelope } from '../../contracts/desk-forms.ts';
import { type FieldError, typedFields } from '../../contracts/form-fields.ts';
import { readMerge } from '../../contracts/merge-form.ts';
import { inShort, inWords } from '../../domain/calendar/local-date.ts';
import { wayTaken } from '../../domain/cases/standing.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { eventForReader } from './event-in-words.ts';
import { findCase } from './find-case.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { personName, serviceName, stageName } from './words.ts';

/** GET /desk/merge/{reference}: "This is the same complaint as …", with the cases that it may be. */
export function showMerge(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const shown = await findCase(deps, request, session);
    return shown ? draw(deps, session, shown, { status: 200, form: new URLSearchParams() }) : notFound(deps.render, 'desk', session);
  };
}

/** POST /desk/merge/{reference}: on to the case that goes on. */
export function merge(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const shown = await findCase(deps, request, session);
    if (!shown) return notFound(deps.render, 'desk', session);
    const { form } = request;
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[]) => draw(deps, session, shown, { status, form, errors });
    const envelope = formEnvelope.safeParse(Object.fromEntries(form));
    if (!genuine || !envelope.success) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readMerge(form);
    if ('errors' in read) return again(400, read.errors);
    const { version, commandId } = envelope.data;
    const { reference } = shown.state;
    const merged = await deps.mergeCases({ from: reference, expected: version, into: read.answers, commandId, by: session.officer });
    switch (merged.kind) {
      case 'done':
        return seeOther(`${paths.case(merged.reference)}?done=merged`);
      case 'refused':
        return again(400, [{ field: '', text: merged.why }]);
      case 'overtaken': {
        const [last] = merged.since.slice(-1).map((event) => eventForReader(deps.council, event, session.officer));
        const what = last ? `: ${last.title} (${last.who}, ${last.when})` : '';
        return again(409, [
          { field: '', text: `This case has changed since you opened the page${what}. Look at it again before you decide` },
        ]);
      }
      case 'not-found':
        return notFound(deps.render, 'desk', session);
    }
  };
}

type Drawing = { readonly status: 200 | 400 | 403 | 409; readonly form: URLSearchParams; readonly errors?: readonly FieldError[] };

async function draw(deps: DeskPageDeps, session: Session, shown: ShownCase, { status, form, errors = [] }: Drawing): Promise<PageResponse> {
  const { state, version, contacts } = shown;
  const { reference, complainant, receivedOn } = state;
  const known = await deps.knownAlready(session.officer, { from: complainant, text: contacts[0]?.text ?? '' });
  const view = {
    session,
    reference,
    of: personName(complainant),
    received: inWords(receivedOn),
    standing: stageName(state.stage, 'stageTwo' in state && state.stageTwo !== undefined, wayTaken(state)),
    back: paths.case(reference),
    action: paths.merge(reference),
    example: `${deps.council.referencePrefix}-2026-004217`,
    candidates: known.filter((one) => one.reference !== reference && one.stage !== 'closed').map((one) => choiceOf(deps.council, one)),
    typed: { ...typedFields(form, 'into', 'other'), same: form.get('same') ?? '' },
    envelope: { version, commandId: deps.newToken(), csrf: session.csrf },
    errors: errorView(errors, (field) => (field === '' ? 'merge' : field)),
  };
  return { status, html: deps.render('desk/merge.njk', view) };
}

function choiceOf(council: CouncilFacts, { reference, complainant, receivedOn, service, stage, stageTwo, way, sameWords }: KnownCase) {
  return {
    value: reference,
    text: `${reference}: ${complainant ?? 'no name given'}`,
    hint: {
      text: `Received ${inShort(receivedOn)}, ${serviceName(council, service)}. ${stageName(stage, stageTwo, way)}${sameWords ? '. Nearly the same words' : ''}`,
    },
  };
}
