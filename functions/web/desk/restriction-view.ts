import type { ShownCase } from '../../app/show-case.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { restrictionHint } from '../../domain/cases/restricted/hint.ts';
import {
  type RestrictionGround,
  type RestrictionGroup,
  restrictionGrounds,
  restrictionGroups,
} from '../../domain/cases/restricted/restricted.ts';
import { paths } from '../paths.ts';
import { restrictionGroundNames, staffRoleNames } from './words.ts';

/** Who a case is mostly kept to, by why: a start, which the officer changes. */
const usualGroups: Readonly<Record<RestrictionGround, readonly RestrictionGroup[]>> = {
  safeguarding: ['complaints-team', 'head-of-complaints'],
  'staff-complainant': ['head-of-complaints', 'monitoring-officer'],
  'about-councillor': ['head-of-complaints', 'monitoring-officer'],
  whistleblowing: ['head-of-complaints', 'monitoring-officer'],
  other: ['head-of-complaints'],
};

const hintSentences: Readonly<Record<RestrictionGround, string>> = {
  safeguarding: 'Somebody may need safeguarding.',
  'staff-complainant': 'Whoever complains may work for the council.',
  'about-councillor': 'It may be about a councillor.',
  whistleblowing: 'They may be telling of wrongdoing where they work.',
  other: '',
};

function hintOf({ state, contacts }: ShownCase): RestrictionGround | undefined {
  return restrictionHint(
    state,
    contacts.flatMap(({ subject, text }) => [subject ?? '', text]),
  );
}

/** What speaks for keeping the case to a few, with the way to its form, for a person who can do it: at any stage, also before the route is decided. */
export function restrictionHintView(shown: ShownCase): { readonly text: string; readonly href: string } | undefined {
  const ground = hintOf(shown);
  const can = shown.possible.some(({ type, possible }) => type === 'restrict' && possible);
  return ground && can ? { text: hintSentences[ground], href: paths.doOnCase(shown.state.reference, 'restrict') } : undefined;
}

/** Said at the head of a restricted case. */
export function restrictedInWords({ restricted }: CaseState) {
  return (
    restricted && {
      ground: restrictionGroundNames[restricted.ground].toLowerCase(),
      groups: restricted.groups.map((group) => staffRoleNames[group]).join(', '),
      since: inWords(restricted.since),
    }
  );
}

export function restrictionFields(shown: ShownCase): Readonly<Record<string, string>> {
  const ground = shown.state.restricted?.ground ?? hintOf(shown);
  return ground ? { ground } : {};
}

/** The ground and the groups of the form; `typed` after an error. */
export function restrictionChoices(shown: ShownCase, typed: URLSearchParams | undefined) {
  const { restricted } = shown.state;
  const ticked = typed?.getAll('groups') ?? restricted?.groups ?? usualGroups[hintOf(shown) ?? 'other'];
  return {
    grounds: restrictionGrounds.map((value) => ({ value, text: restrictionGroundNames[value] })),
    groups: restrictionGroups.map((value) => ({ value, text: staffRoleNames[value], checked: ticked.includes(value) })),
  };
}
