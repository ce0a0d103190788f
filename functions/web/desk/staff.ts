import type { CouncilFacts } from '../../../council/facts.ts';
import type { Workload } from '../../app/list-queue.ts';
import type { StaffEntry } from '../../app/ports.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { deputyNumbers, readStaffRecord, staffFormVersion } from '../../contracts/staff-form.ts';
import { inWords, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { inPounds } from '../../domain/cases/remedies/money.ts';
import type { StaffRecord } from '../../domain/staff/recording.ts';
import { type StaffMember, staffMember, staffRoles } from '../../domain/staff/staff-member.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import type { Fact } from './fact.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { momentInWords, serviceName, staffRoleNames } from './words.ts';

/** GET /desk/staff: everybody who has signed in, with what is recorded of them. The Head of Customer Service and Complaints changes it. */
export function showStaff(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const [staff, workloads] = await Promise.all([deps.staff(), deps.listWorkloads(session.officer)]);
    if (!workloads) return notFound(deps.render, 'desk', session);
    const today = londonDateOf(request.now);
    const view = {
      session,
      mayChange: session.pages.includes('record-staff'),
      ownAbsence: paths.ownAbsence,
      members: staff.map((member) => ({
        href: paths.staffMember(member.subject),
        name: member.name,
        ...inShortOf(deps.council, staff, member, today),
        ...workOf(workloads.find(({ subject }) => subject === member.subject)),
      })),
    };
    return { status: 200, html: deps.render('desk/staff.njk', view) };
  };
}

/** GET /desk/staff/{subject}: what is recorded of one member, and who changed it when; a form for the Head. `?done` after a change. */
export function showStaffMember(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const entry = await deps.staffEntry(session.officer, request.params['subject'] ?? '');
    return entry ? draw(deps, request, session, entry, { status: 200 }) : notFound(deps.render, 'desk', session);
  };
}

/** POST /desk/staff/{subject}. */
export function recordStaffMember(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const subject = request.params['subject'] ?? '';
    const entry = await deps.staffEntry(session.officer, subject);
    const expected = staffFormVersion.safeParse(form.get('version'));
    if (!entry || !expected.success) return notFound(deps.render, 'desk', session);
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[], now = entry) =>
      draw(deps, request, session, now, { status, typed: form, errors });
    if (!genuine) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readStaffRecord(form);
    if ('errors' in read) return again(400, read.errors);
    const result = await deps.recordStaff(session.officer, { subject, record: read.answers, expected: expected.data });
    if (result.kind === 'recorded') return seeOther(`${paths.staffMember(subject)}?done=recorded`);
    if (result.kind === 'refused') return again(400, [{ field: '', text: result.why }]);
    const overtaken = 'Somebody changed this while you were typing. Look at the latest change below, then press the button once more';
    return again(409, [{ field: '', text: overtaken }], (await deps.staffEntry(session.officer, subject)) ?? entry);
  };
}

type Drawing = { readonly status: 200 | 400 | 403 | 409; readonly typed?: URLSearchParams; readonly errors?: readonly FieldError[] };

async function draw(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  entry: StaffEntry,
  drawing: Drawing,
): Promise<PageResponse> {
  const { council } = deps;
  const staff = await deps.staff();
  const { member, fromSignIn, version, changes } = entry;
  const { typed } = drawing;
  const chosen = (name: string, recorded: readonly string[] = []) => (typed ? typed.getAll(name) : recorded);
  const options = (name: string, values: readonly { value: string; text: string }[], recorded?: readonly string[]) =>
    values.map((one) => ({ ...one, checked: chosen(name, recorded).includes(one.value) }));
  const view = {
    session,
    action: paths.staffMember(member.subject),
    name: member.name,
    email: member.email,
    mayChange: session.pages.includes('record-staff'),
    own: member.subject === session.officer.subject,
    recorded: rowsOf(inShortOf(council, staff, member, londonDateOf(request.now))),
    fromSignIn: fromSignIn.map((role) => staffRoleNames[role]),
    roles: options(
      'roles',
      staffRoles.map((value) => ({ value, text: staffRoleNames[value] })),
      entry.recorded.roles,
    ),
    services: options(
      'services',
      Object.entries(council.services).map(([value, { name }]) => ({ value, text: name })),
      entry.recorded.services,
    ),
    deputies: deputyNumbers,
    colleagues: colleaguesOf(staff, member),
    form: {
      type: 'staff',
      values: typed ? Object.fromEntries(typed) : valuesOf(entry.recorded),
      errors: errorView(drawing.errors ?? [], staffErrorId),
    },
    version,
    done: request.query.get('done') === 'recorded',
    changes: changes.map(({ at, by, record }, index) => {
      const inShort = (of: StaffRecord = {}) => inShortOf(council, staff, { ...member, ...emptied, ...of }, londonDateOf(at));
      return { who: by.name, when: momentInWords(at), rows: whatChanged(inShort(changes[index + 1]?.record), inShort(record)) };
    }),
  };
  return { status: drawing.status, html: deps.render('desk/staff-member.njk', view) };
}

const emptied: { readonly [field in keyof Required<StaffRecord>]: undefined } = {
  roles: undefined,
  telephone: undefined,
  services: undefined,
  remedyLimit: undefined,
  trainedOn: undefined,
  deputies: undefined,
  awayFrom: undefined,
  awayUntil: undefined,
  team: undefined,
  interests: undefined,
};

/** Those who can be somebody's deputy. */
export function colleaguesOf(staff: readonly StaffMember[], member: StaffMember) {
  return staff.filter(({ subject }) => subject !== member.subject).map(({ subject, name }) => ({ value: subject, text: name }));
}

/** Where an error of a form about staff leads. */
export function staffErrorId(field: string): string {
  return field === '' ? 'form-staff' : `staff-${field}${isDate(field) ? '-day' : ''}`;
}

/** How much they have, and who does it while they are away. */
function workOf(workload: Workload | undefined) {
  const { open = 0, standsIn } = workload ?? {};
  return { open, standsIn: standsIn === 'nobody' ? 'Nobody stands in' : standsIn && `${standsIn.name} stands in` };
}

/** What is recorded of somebody, in words. */
function inShortOf(council: CouncilFacts, staff: readonly StaffMember[], member: StaffMember, today: LocalDate) {
  const { roles = [], telephone, services = [], remedyLimit, trainedOn, deputies = [], team, interests } = member;
  return {
    roles: roles.map((role) => staffRoleNames[role]).join(', ') || 'Investigating officer',
    telephone: telephone ?? 'Not recorded',
    services: services.map((service) => serviceName(council, service)).join(', ') || 'None recorded',
    limit: remedyLimit === undefined ? 'Nothing' : inPounds(remedyLimit),
    trained: trainedOn ? inWords(trainedOn) : 'Not recorded',
    away: awayInWords(member, today),
    team: team ?? 'Not recorded',
    deputies: deputies.map((subject) => staffMember(staff, subject)?.name ?? 'Somebody no longer listed').join(', ') || 'None',
    interests: interests ?? 'None',
  };
}

type InShort = ReturnType<typeof inShortOf>;

const rowNames: Readonly<Record<keyof InShort, string>> = {
  roles: 'Roles',
  team: 'Team',
  telephone: 'Direct telephone',
  services: 'Services',
  limit: 'May offer alone',
  trained: 'Trained in complaint handling',
  away: 'Away',
  deputies: 'Deputies',
  interests: 'Interests',
};

const rows: readonly (keyof InShort)[] = ['roles', 'team', 'telephone', 'services', 'limit', 'trained', 'away', 'deputies', 'interests'];

function rowsOf(inShort: InShort): readonly Fact[] {
  return rows.map((row) => ({ term: rowNames[row], detail: inShort[row] }));
}

/** What a change made other than it was, with what it was: who may do what is somebody's decision, and stands in the record as one. */
function whatChanged(before: InShort, after: InShort): readonly Fact[] {
  return rows
    .filter((row) => before[row] !== after[row])
    .map((row) => ({ term: rowNames[row], detail: `${after[row]} (before: ${before[row]})` }));
}

function awayInWords({ awayFrom, awayUntil }: StaffMember, today: LocalDate): string {
  if (awayUntil === undefined || awayUntil < today) return 'No';
  return awayFrom !== undefined && awayFrom > today
    ? `From ${inWords(awayFrom)} until ${inWords(awayUntil)}`
    : `Until ${inWords(awayUntil)}`;
}

/** What a form about somebody starts with. */
export function valuesOf({
  telephone = '',
  remedyLimit,
  trainedOn,
  awayFrom,
  awayUntil,
  deputies = [],
  team = '',
  interests = '',
}: StaffRecord): Readonly<Record<string, string>> {
  return {
    remedyLimit: remedyLimit === undefined ? '' : (remedyLimit / 100).toFixed(remedyLimit % 100 === 0 ? 0 : 2),
    team,
    interests,
    telephone,
    ...dateFields('trainedOn', trainedOn),
    ...dateFields('awayFrom', awayFrom),
    ...dateFields('awayUntil', awayUntil),
    ...Object.fromEntries(deputies.map((subject, index) => [`deputy-${index + 1}`, subject])),
  };
}

function dateFields(name: string, date: LocalDate | undefined): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

function isDate(field: string): boolean {
  return field === 'trainedOn' || field === 'awayFrom' || field === 'awayUntil';
}
