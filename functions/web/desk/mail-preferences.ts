import type { FieldError } from '../../contracts/form-fields.ts';
import { readMailOff } from '../../contracts/mail-preferences-form.ts';
import { type MailChoice, mailChoices } from '../../domain/staff/mail-choices.ts';
import { mailOff } from '../../domain/staff/staff-member.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';

const choiceNames: Readonly<Record<MailChoice, string>> = {
  'due-soon': 'What is due in two working days',
  new: 'What is new to me',
};

/** GET /desk/mail-preferences: what my morning's message tells me. `?done` after a change. */
export function showMailPreferences(deps: DeskPageDeps): OfficerPage {
  return (request, session) => draw(deps, request, session, { status: 200 });
}

/** POST /desk/mail-preferences. */
export function chooseMail(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const off = readMailOff(request.form);
    if (!genuine) return draw(deps, request, session, { status: 403, off, errors: [{ field: '', text: signedInAgain }] });
    const barred = await deps.chooseMail(session.officer, off);
    if (barred !== undefined) return draw(deps, request, session, { status: 403, off, errors: [{ field: '', text: barred }] });
    return seeOther(`${paths.mailPreferences}?done=chosen`);
  };
}

type Drawing = { readonly status: 200 | 403; readonly off?: readonly MailChoice[]; readonly errors?: readonly FieldError[] };

async function draw(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  { status, off, errors = [] }: Drawing,
): Promise<PageResponse> {
  const left = off ?? mailOff(await deps.staff(), session.officer.subject);
  const view = {
    session,
    done: request.query.get('done') === 'chosen',
    at: deps.policy.alerts.at,
    action: paths.mailPreferences,
    choices: mailChoices.map((value) => ({ value, text: choiceNames[value], checked: !left.includes(value) })),
    errors: errorView(errors, () => 'wanted'),
  };
  return { status, html: deps.render('desk/mail-preferences.njk', view) };
}
