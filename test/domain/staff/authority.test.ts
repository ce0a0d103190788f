import { describe, expect, test } from 'vitest';
import { addDays, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { officerCommands } from '../../../functions/domain/cases/possible.ts';
import {
  type CaseAct,
  type CaseInView,
  kindOf,
  kindsOfAct,
  mayAct,
  mayAllocateTo,
  mayOpen,
  viewerOf,
} from '../../../functions/domain/staff/authority.ts';
import { deskPages, mayUse } from '../../../functions/domain/staff/desk-pages.ts';
import { type StaffMember, type StaffRole, staffRoles } from '../../../functions/domain/staff/staff-member.ts';
import { pageOfRoute } from '../../../functions/web/desk-routes.ts';

const today = writtenDate('2026-12-18');
const acts: readonly CaseAct[] = [...officerCommands, 'answer-question', 'move-out'];

function member(subject: string, changes: Partial<StaffMember> = {}): StaffMember {
  return { kind: 'officer', subject, name: subject, email: `${subject}@council.example`, services: ['waste'], ...changes };
}
const somebody = (role: StaffRole) => viewerOf([member('me', { roles: [role] })], 'me', today);

const parking: CaseInView = { services: ['parking'], others: [], about: [], barred: [] };
/** Cases as somebody of the waste service meets them. */
const cases: Readonly<Record<string, CaseInView>> = {
  'which they look into': { ...parking, officer: 'me' },
  'with a remedy of theirs': { ...parking, others: ['me'] },
  'of their service': { ...parking, services: ['waste'] },
  'of another service': parking,
  'about discrimination': { ...parking, about: ['discrimination'] },
  'about a councillor': { ...parking, about: ['a-councillor'] },
  'about the complaints team': { ...parking, about: ['the-team'] },
  'of children’s social care': { ...parking, about: ['children'] },
  'of adults’ social care': { ...parking, about: ['adults'] },
  'kept to the Head': { ...parking, services: ['waste'], restrictedTo: ['head-of-complaints'] },
  'kept to the monitoring officer': { ...parking, services: ['waste'], restrictedTo: ['monitoring-officer'] },
  'kept to the Head, about discrimination': { ...parking, about: ['discrimination'], restrictedTo: ['head-of-complaints'] },
  'with possible harm that nobody has taken': { ...parking, about: ['harm-to-take'] },
  'kept to the Head, with possible harm that nobody has taken': {
    ...parking,
    about: ['harm-to-take'],
    restrictedTo: ['head-of-complaints'],
  },
  'kept to the Head, which they look into': { ...parking, officer: 'me', restrictedTo: ['head-of-complaints'] },
};

/** As a monitoring officer would read it. Whoever changes the table of authority changes `authority.txt` with it (`vitest -u` writes it), and says why. */
function asText(): string {
  const lines = ['WHAT CAN BE DONE IN A CASE', ''];
  for (const kind of kindsOfAct)
    lines.push(
      `${kind}: ${acts
        .filter((act) => kindOf[act] === kind)
        .toSorted()
        .join(', ')}`,
    );
  lines.push('', 'WHO DOES IT, AND IN WHICH CASES', '(a role that is not named for a case finds nothing there)');
  for (const role of staffRoles) {
    lines.push('', role);
    const viewer = somebody(role);
    for (const [name, view] of Object.entries(cases)) {
      if (!mayOpen(viewer, view)) continue;
      const may = kindsOfAct.filter((kind) => acts.some((act) => kindOf[act] === kind && mayAct(viewer, view, act)));
      const words = may.length === kindsOfAct.length ? 'everything' : may.length === 0 ? 'reads' : may.join(', ');
      lines.push(`  a case ${name}: ${words}`);
    }
  }
  lines.push('', 'WHO USES WHICH PAGE', '');
  for (const page of deskPages) {
    const roles = staffRoles.filter((role) => mayUse(somebody(role), page));
    const without = mayUse(viewerOf([], 'me', today), page) ? ', and whoever works for the council without a role at the desk' : '';
    lines.push(`${page}: ${roles.length === staffRoles.length ? 'every role' : roles.join(', ')}${without}`);
  }
  lines.push('', 'WHICH PAGE STANDS BEHIND EACH ADDRESS', '');
  for (const [route, page] of Object.entries(pageOfRoute)) lines.push(`${route}: ${page ?? 'signing in and out'}`);
  return `${lines.join('\n')}\n`;
}

describe('the table of authority', () => {
  test('is what a person approved', async () => {
    await expect(asText()).toMatchFileSnapshot('./authority.txt');
  });

  test('treats all acts of one kind alike, so that the text says what is true of each', () => {
    for (const role of staffRoles)
      for (const view of Object.values(cases))
        for (const kind of kindsOfAct) {
          const answers = new Set(acts.filter((act) => kindOf[act] === kind).map((act) => mayAct(somebody(role), view, act)));
          expect(answers.size).toBe(1);
        }
  });

  test('lets nobody do anything in a case that they may not open, and no auditor or administrator anything at all', () => {
    for (const role of staffRoles)
      for (const view of Object.values(cases))
        for (const act of acts) {
          const viewer = somebody(role);
          const reader = role === 'auditor' || role === 'administrator';
          if (!mayOpen(viewer, view) || reader) expect(mayAct(viewer, view, act)).toBe(false);
        }
  });

  test('leaves no open case without somebody for each kind of act, restricted or not', () => {
    const everybody = staffRoles.map(somebody);
    for (const view of Object.values(cases))
      for (const act of acts) expect(everybody.some((viewer) => mayAct(viewer, view, act))).toBe(true);
  });
});

test('whoever is told of possible harm can take it, in a restricted case too, and finds nothing there once it is taken', () => {
  const kept: CaseInView = { ...parking, restrictedTo: ['head-of-complaints'] };
  for (const role of staffRoles.filter((one) => one !== 'auditor' && one !== 'administrator'))
    expect([role, mayAct(somebody(role), { ...kept, about: ['harm-to-take'] }, 'take-harm')]).toEqual([role, true]);
  // They cannot stay by restricting it to themselves.
  expect(mayAct(somebody('director'), { ...kept, about: ['harm-to-take'] }, 'restrict')).toBe(false);
  expect(mayOpen(somebody('complaints-team'), { ...kept, others: ['me'] })).toBe(false);
});

describe('roles', () => {
  test('of somebody of whom none is recorded: an investigator', () => {
    const viewer = viewerOf([member('me')], 'me', today);
    for (const [name, view] of Object.entries(cases))
      expect([name, mayOpen(viewer, view)]).toEqual([name, mayOpen(somebody('investigator'), view)]);
  });

  test('add up', () => {
    const both = viewerOf([member('me', { roles: ['auditor', 'investigator'] })], 'me', today);
    expect(mayOpen(both, parking)).toBe(true);
    expect(mayAct(both, parking, 'respond')).toBe(false);
    expect(mayAct(both, { ...parking, services: ['waste'] }, 'respond')).toBe(true);
  });

  test('D28: whoever may approve what somebody proposed may also return it, and nobody but the Head’s own releases what lacks something', () => {
    for (const role of staffRoles)
      for (const view of Object.values(cases))
        if (mayAct(somebody(role), view, 'approve')) expect([role, mayAct(somebody(role), view, 'return-proposal')]).toEqual([role, true]);
    for (const role of ['service-lead', 'director', 'investigator'] as const)
      expect([role, mayAct(somebody(role), { ...parking, services: ['waste'] }, 'release')]).toEqual([role, false]);
  });

  test('a service lead gives cases to their own services only', () => {
    const lead = somebody('service-lead');
    const own: CaseInView = { ...parking, services: ['waste', 'parking'] };
    expect([mayAllocateTo(lead, own, 'waste'), mayAllocateTo(lead, own, 'parking')]).toEqual([true, false]);
    expect(mayAllocateTo(somebody('complaints-team'), own, 'parking')).toBe(true);
  });
});

describe('a deputy', () => {
  const head = member('head', { roles: ['head-of-complaints'], deputies: ['me'], services: [] });
  const away = { ...head, awayUntil: today };
  const me = member('me');

  test('has the authority of somebody who is away, on those days only', () => {
    expect(mayAct(viewerOf([head, me], 'me', today), parking, 'decline')).toBe(false);
    expect(mayAct(viewerOf([away, me], 'me', today), parking, 'decline')).toBe(true);
    expect(mayAct(viewerOf([away, me], 'me', addDays(today, 1)), parking, 'decline')).toBe(false);
  });

  test('of a deputy who is away too has it as well', () => {
    const between = member('between', { awayUntil: today, deputies: ['me'] });
    expect(mayAct(viewerOf([{ ...away, deputies: ['between'] }, between, me], 'me', today), parking, 'decline')).toBe(true);
  });

  test('has it for the cases of the absent, not for their own', () => {
    const lead = member('lead', { roles: ['service-lead'], services: ['parking'], awayUntil: today, deputies: ['me'] });
    const viewer = viewerOf([lead, me], 'me', today);
    expect(mayAct(viewer, parking, 'approve')).toBe(true);
    expect(mayAct(viewer, { ...parking, services: ['waste'] }, 'approve')).toBe(false);
  });

  test('stands in also where somebody takes no part in the case, and for a co-ordinator whose advice is late', () => {
    expect(mayAct(viewerOf([head, me], 'me', today), { ...parking, barred: ['head'] }, 'answer-now')).toBe(true);
    const adviser = member('adviser', { roles: ['equality-co-ordinator'], deputies: ['me'] });
    const viewer = viewerOf([adviser, me], 'me', today);
    expect(mayAct(viewer, { ...parking, about: ['discrimination'] }, 'record-consultation')).toBe(true);
    expect(mayOpen(viewer, parking)).toBe(false);
  });
});
