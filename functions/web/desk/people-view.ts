import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { answeredRepresentative, mayBeForAnother } from '../../domain/cases/people/answered.ts';
import {
  type AgreedAdjustments,
  type AuthorityBasis,
  authorityBases,
  type GroupMember,
  type LetterFormat,
  letterFormats,
  type Party,
  type RepresentativeKind,
  representativeKinds,
} from '../../domain/cases/people/people.ts';
import { type WayToReach, waysToReach } from '../../domain/intake/contact.ts';
import { wayOf } from '../../domain/notices/group-copies.ts';
import { english, type Language } from '../../domain/words/words.ts';
import type { Fact } from './fact.ts';
import { languageInWords } from './message-words.ts';
import { wayNames } from './words.ts';
import { waysToAsk } from './written-for.ts';

// The people of a case, and discrimination, in words for officers.

const kindNames: Readonly<Record<RepresentativeKind, string>> = {
  'friend-or-family': 'A friend or relative',
  advice: 'An adviser or advocate',
  solicitor: 'A solicitor',
  mp: 'Their MP',
  councillor: 'Their councillor',
  'litigation-friend': 'Their litigation friend',
  executor: 'The executor or administrator of their estate',
  parent: 'Their parent',
  lpa: 'Their attorney (lasting power of attorney)',
};

const basisNames: Readonly<Record<AuthorityBasis, string>> = {
  'signed-authority': 'Authority signed by the person',
  'power-of-attorney': 'A registered power of attorney',
  'parental-responsibility': 'Parental responsibility',
  'executor-or-administrator': 'The will or letters of administration',
  'litigation-friend': 'A court’s order, or a certificate of suitability',
  'elected-representative': 'An elected representative, asked by their constituent (Data Protection Act 2018, Schedule 1 paragraph 24)',
};

export const formatNames: Readonly<Record<LetterFormat, string>> = {
  standard: 'Standard: by email or on paper as usual',
  'large-print': 'Large print',
  'easy-read': 'Easy read',
  audio: 'Audio',
  braille: 'Braille',
  interpreter: 'Through an interpreter, or translated',
};

const wayChoices: Readonly<Record<WayToReach, string>> = { email: 'Email', telephone: 'Telephone', post: 'Post' };

/** What the forms offer. `typed`: a form that came back, whose ticks are kept. */
export function peopleChoices(state: CaseState, typed: URLSearchParams | undefined, offered: readonly Language[]) {
  const { representative, person } = partiesSoFar(state);
  const ways = (name: string, before: readonly WayToReach[]) =>
    waysToReach.map((value) => ({
      value,
      text: wayChoices[value],
      checked: (typed?.has('csrf') && typed.getAll(name).length > 0 ? typed.getAll(name) : before).includes(value),
    }));
  return {
    kinds: representativeKinds.map((value) => ({ value, text: kindNames[value] })),
    bases: authorityBases.map((value) => ({ value, text: basisNames[value] })),
    formats: letterFormats.map((value) => ({ value, text: formatNames[value] })),
    languages: languageChoices(state, offered),
    parties: [
      { value: 'person', text: 'The person' },
      { value: 'representative', text: 'The representative, in the person’s place' },
    ],
    whoDied: [
      { value: 'other', text: 'Somebody else: the person who wrote complains about it' },
      { value: 'complainant', text: 'The complainant' },
    ],
    ways: ways('reachBy', representative.reachBy),
    personWays: ways('personReachBy', person.reachBy),
    ownWays: ways('reachBy', state.reachBy),
    mayBeForAnother: mayBeForAnother(state),
    toldByWriter: mayBeForAnother(state) && waysToAsk(state.onBehalfOf ?? {}).length > 0,
    asksFound: state.discrimination !== undefined,
    yesOrNo: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  };
}

/** What the forms start with: what we have. */
export function peopleFields(
  state: CaseState,
  type: 'record-representative' | 'correct-person' | 'record-adjustments' | 'record-group',
): Readonly<Record<string, string>> {
  const { representative, person, kind } = partiesSoFar(state);
  switch (type) {
    case 'record-representative':
      return {
        ...written(representative),
        ...Object.fromEntries(
          Object.entries(written(person)).map(([name, value]) => [`person${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
        ),
        ...(kind && { kind }),
      };
    case 'correct-person':
      return written(state.complainant);
    case 'record-adjustments':
      return {
        words: state.people?.agreed?.words ?? state.adjustments ?? '',
        language: state.people?.agreed?.language ?? 'not-agreed',
      };
    case 'record-group':
      return { members: (state.people?.group ?? []).map(memberLine).join('\n') };
  }
}

/** As the form reads it. An address that failed is not offered again. */
function memberLine({ name, reference, email, emailFailed, address }: GroupMember): string {
  const post = address && `post: ${address.replaceAll('\n', ', ')}`;
  return [name, reference, emailFailed ? undefined : email, post].filter(Boolean).join(', ');
}

/** Who is which, as far as anybody knows: whoever wrote for another is their representative. */
function partiesSoFar(state: CaseState): { readonly representative: Party; readonly person: Party; readonly kind?: RepresentativeKind } {
  const { complainant, reachBy, onBehalfOf, people } = state;
  const { relationship: _, ...person } = onBehalfOf ?? {};
  const wrote = { ...complainant, reachBy };
  if (people?.representative) return { representative: people.representative, person: wrote, kind: people.representative.kind };
  return mayBeForAnother(state)
    ? { representative: wrote, person: { ...person, reachBy: [] } }
    : { representative: { reachBy: [] }, person: wrote };
}

function written({ name = '', email = '', telephone = '', address = '' }: Partial<Party>): Record<string, string> {
  return { name, email, telephone, address };
}

type PeopleEvent = Extract<
  CaseEvent,
  {
    type:
      | 'representative-recorded'
      | 'authority-verified'
      | 'authority-refused'
      | 'person-corrected'
      | 'group-recorded'
      | 'bereavement-recorded'
      | 'adjustments-agreed'
      | 'discrimination-raised'
      | 'equality-advice-given'
      | 'discrimination-ruled-out'
      | 'discrimination-reported';
  }
>;

export function peopleEventInWords(event: PeopleEvent): { readonly title: string; readonly details?: readonly string[] } {
  switch (event.type) {
    case 'representative-recorded':
      return {
        title: 'Recorded who speaks for whom',
        details: [
          `Representative (${kindNames[event.representative.kind].toLowerCase()}): ${partyInWords(event.representative)}`,
          `For: ${partyInWords(event.person)}`,
          ...(event.asked ? ['The representative is asked for their authority.'] : []),
        ],
      };
    case 'authority-verified':
      return {
        title: 'Authority verified',
        details: [
          `${basisNames[event.basis]}, seen on ${inWords(event.seenOn)}.`,
          event.answerTo === 'representative' ? 'Our letters go to the representative.' : 'Our letters go to the person.',
        ],
      };
    case 'authority-refused':
      return { title: 'Authority not accepted', details: [event.reason] };
    case 'person-corrected':
      return {
        title: event.inOwnRight ? 'They complain for themselves' : 'Details corrected',
        details: [partyInWords(event.person), event.because],
      };
    case 'group-recorded':
      return { title: 'Recorded who complains with them', details: [groupInWords(event.members)] };
    case 'bereavement-recorded':
      return { title: `Recorded that ${event.deceased} has died`, details: event.complainantDied ? ['They were the complainant.'] : [] };
    case 'adjustments-agreed':
      return { title: 'Agreed with them', details: agreedInWords(event) };
    case 'discrimination-raised':
      return {
        title: 'Discrimination raised',
        details: [
          event.because ?? 'Their message suggests it, and the complaint was accepted.',
          'An equality co-ordinator is asked to advise.',
        ],
      };
    case 'equality-advice-given':
      return {
        title: 'An equality co-ordinator advised',
        details: [event.advice, ...(event.serious ? ['A serious concern: reported to the Head and the Service Director.'] : [])],
      };
    case 'discrimination-ruled-out':
      return { title: 'No concern of discrimination', details: [event.because] };
    case 'discrimination-reported':
      return { title: 'Discrimination reported', details: [event.how] };
  }
}

/** Beside the event that opens stage two. */
export function advisedAnewInWords({ advisedAnew }: { readonly advisedAnew?: true }): readonly string[] {
  return advisedAnew ? ['An equality co-ordinator is asked to advise again, before the final response.'] : [];
}

function partyInWords({ name, telephone, email, address, reachBy }: Party): string {
  const details = [name, telephone, email, address].filter((detail) => detail !== undefined).join(', ');
  const ways = reachBy.length > 0 ? `safe ways: ${reachBy.map((way) => wayNames[way]).join(', ')}` : 'no safe way known';
  return `${details === '' ? 'No details' : details} (${ways}).`;
}

/** Each with how our letters reach them. */
function groupInWords(members: readonly GroupMember[]): string {
  return members
    .map((member) => `${member.reference ? `${member.name} (${member.reference})` : member.name}: ${wayInWords(member)}.`)
    .join(' ');
}

function wayInWords(member: GroupMember): string {
  const to = wayOf(member);
  const failed = member.emailFailed ? `nothing arrives at ${member.email}; ` : '';
  if (!to) return `${failed}reached through the complainant only`;
  return `${failed}our letters go to them ${to.by === 'email' ? `by email at ${to.email}` : 'by post'}`;
}

function agreedInWords({ format, words, reviewOn, language }: AgreedAdjustments): readonly string[] {
  return [
    `${formatNames[format]}.`,
    ...(language ? [`Letters in: ${lettersIn(language)}.`] : []),
    words,
    ...(reviewOn ? [`To be looked at again on ${inWords(reviewOn)}.`] : []),
  ];
}

/** What was agreed stays a choice while its language is not offered, so that recording something else does not lose it. None where there is nothing to choose. */
function languageChoices({ people }: CaseState, offered: readonly Language[]) {
  const agreed = people?.agreed?.language;
  const tags = [english.tag, ...offered.map(({ tag }) => tag)];
  const lapsed =
    agreed !== undefined && !tags.includes(agreed) ? [{ value: agreed, text: `${lettersIn(agreed)}: not offered at present` }] : [];
  if (offered.length === 0 && agreed === undefined) return [];
  return [
    { value: 'not-agreed', text: 'Nothing agreed: as they chose on the form, else English alone' },
    ...tags.map((tag) => ({ value: tag, text: lettersIn(tag) })),
    ...lapsed,
  ];
}

function lettersIn(tag: string): string {
  return tag === english.tag ? 'English alone' : `${languageInWords(tag)}, and English`;
}

/** What an officer must see at a glance: who is answered, and what was agreed (duties D7, D18 and D19). */
export function peopleCare(state: CaseState) {
  const { representative, group, bereavement, agreed } = state.people ?? {};
  return {
    agreed: agreed && agreedInWords(agreed),
    representative: representative && {
      who: `${partyInWords(representative)} ${kindNames[representative.kind]}.`,
      standing: authorityInWords(state),
    },
    group: group && `${groupInWords(group)} One investigation; each keeps their own rights, and any of them can ask for stage two.`,
    bereavement:
      bereavement &&
      `${bereavement.deceased}. ${bereavement.complainantDied ? 'They were the complainant: nothing is addressed to them.' : 'Nothing is addressed to them.'}`,
  };
}

function authorityInWords(state: CaseState): string {
  const authority = state.people?.representative?.authority;
  switch (authority?.state) {
    case 'verified': {
      const who = answeredRepresentative(state) ? 'Our letters go to them.' : 'Our letters go to the person.';
      return `Authority verified by ${authority.by}: ${basisNames[authority.basis]}, seen on ${inWords(authority.seenOn)}. ${who}`;
    }
    case 'refused':
      return 'Their authority was not accepted. Share nothing personal with them.';
    default:
      return 'Their authority has not been verified. Share nothing personal with them; our letters go to the person.';
  }
}

/** Where an allegation or concern of discrimination stands (duty D30). */
export function discriminationFacts({ discrimination, discriminationRuledOut: ruledOut }: CaseState): readonly Fact[] {
  if (ruledOut)
    return [
      {
        term: 'Discrimination',
        detail: `Raised on ${inWords(ruledOut.since)}. ${ruledOut.name} found no concern on ${inWords(ruledOut.on)}. If you suspect it, raise it again.`,
      },
    ];
  if (!discrimination) return [];
  const { since, consulted, foundOn, toReport, reportedOn } = discrimination;
  const advice = consulted
    ? `${consulted.name} advised on ${inWords(consulted.on)}.`
    : 'The advice of an equality co-ordinator comes before the answer.';
  const report = toReport
    ? 'To be reported to the Head and the Service Director today.'
    : reportedOn && `Reported on ${inWords(reportedOn)}.`;
  return [
    {
      term: 'Discrimination',
      detail: [`Raised on ${inWords(since)}.`, advice, foundOn && `Found on ${inWords(foundOn)}.`, report].filter(Boolean).join(' '),
    },
  ];
}
