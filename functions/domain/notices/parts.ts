import type { CouncilFacts, OmbudsmanFacts } from '../../../council/facts.ts';
import { inWords, type LocalDate } from '../calendar/local-date.ts';
import type { Actor } from '../cases/actor.ts';
import { allocationNow } from '../cases/allocation/who-has-it.ts';
import type { Accepted, Allocation, CaseState, Known, Received } from '../cases/case.ts';
import { answeredParty, answeredRepresentative, whoWroteForThem } from '../cases/people/answered.ts';
import type { CaseOmbudsman } from '../cases/point.ts';
import type { Deadline, DeadlineKind } from '../deadlines/deadline.ts';
import { toldDate } from '../deadlines/next.ts';
import type { Rota } from '../registers/rota.ts';
import { type StaffMember, staffMember } from '../staff/staff-member.ts';
import type { Addressee, Block, PlannedNotice } from './notice.ts';
import type { Wording } from './wording/pieces.ts';

/** What every letter may use besides the case: one council's facts, the dates that hold now, and where the service lives. */
export type NoticeContext = {
  readonly council: CouncilFacts;
  readonly publicUrl: string;
  readonly deadlines: readonly Deadline[];
  /** What the complaints team changed (duty D36). */
  readonly wording?: Wording;
  /** The staff directory, where a command came with it: who is written to by their role, and the direct numbers that letters give. */
  readonly staff?: readonly StaffMember[];
  /** The case's letters as they were written, where some go again. */
  readonly letters?: readonly PlannedNotice[];
  /** Who is on call for possible harm (duty D5). */
  readonly rota?: Rota;
};

/** The same for one letter to one person, and by which way it goes: nobody can reply to paper, and we may have no e-mail address of theirs. */
export type LetterContext = NoticeContext & { readonly goesBy: Addressee['by'] };

/** Whoever the letter is for; somebody who speaks for another reads for whom. */
export function greeting(known: Known): Block {
  const { name } = answeredParty(known) ?? known.complainant;
  const speaksFor = answeredRepresentative(known) && known.complainant.name;
  return { paragraph: name ? `Dear ${name}${speaksFor ? `, for ${speaksFor}` : ''}` : 'Hello' };
}

/** Below the greeting of a letter that says “your message”: to somebody for whom another wrote, it is not theirs. */
export function wroteForYou(known: Known): readonly Block[] {
  const who = whoWroteForThem(known);
  return who === undefined ? [] : [{ paragraph: `${who} wrote to us for you. “Your message” in this letter means what they sent us.` }];
}

/**
 * The date that the person knows of, in words, or undefined when there is none, it cannot be counted, or it has gone (`withDatesToCome`). `about`: of which
 * promise or hand-over, where a case can have several.
 */
export function dueInWords(deadlines: readonly Deadline[], kind: DeadlineKind, about?: number): string | undefined {
  const deadline = deadlines.find((one) => one.kind === kind && (about === undefined || one.about === about));
  const told = deadline && toldDate(deadline);
  return told && inWords(told);
}

/** What a letter written on that London date may promise: no day that has gone by. */
export function withDatesToCome(context: NoticeContext, on: LocalDate): NoticeContext {
  return { ...context, deadlines: context.deadlines.filter((deadline) => (toldDate(deadline) ?? on) >= on) };
}

/** Where the date that we gave has gone, or cannot be counted. */
export const weOweALetter = 'We still owe you a letter about it. We will write to you as soon as we can.';

/** The deadline of the response that is owed now: each stage has its own. */
export function responseDeadline({ stageTwo }: Pick<Accepted, 'stageTwo'>): DeadlineKind {
  return stageTwo ? 'respond-stage-two' : 'respond';
}

/** The deadline of the acknowledgement that is owed now. */
export function acknowledgementDeadline(state: Received | Accepted): DeadlineKind {
  return state.stage === 'accepted' && state.stageTwo ? 'acknowledge-stage-two' : 'acknowledge';
}

/** Somebody whom a letter names, and their own number. */
export type DirectLine = { readonly name: string; readonly telephone: string };

/** Undefined where the staff directory has no number of theirs: then people ring the complaints team (duty D33). */
export function directLine(who: Actor, staff: readonly StaffMember[] = []): DirectLine | undefined {
  const telephone = who.kind === 'officer' ? staffMember(staff, who.subject)?.telephone : undefined;
  return who.kind === 'officer' && telephone !== undefined ? { name: who.name, telephone } : undefined;
}

/** Of whoever has the case. */
export function directLineOf(state: CaseState, staff: readonly StaffMember[] | undefined): DirectLine | undefined {
  const allocation = allocationNow(state);
  return allocation && directLine(allocation.officer, staff);
}

type HowToReachUs = Pick<LetterContext, 'council' | 'publicUrl' | 'goesBy'>;

/**
 * How they answer us. `direct`: of the person whom the letter names. The page where they see how it stands is named by its plain address: no letter
 * holds a key to it (decision 33).
 */
export function howToAdd({ council, publicUrl, goesBy }: HowToReachUs, reference: string, direct?: DirectLine): readonly Block[] {
  const onlyWithEmail = goesBy === 'post' ? ', if we have your email address' : '';
  return howToAddUnseen({ council, goesBy }, reference, direct, [`see where it stands at ${publicUrl}/status${onlyWithEmail}`]);
}

/** The same for whoever may not see where it stands. `more`: ways that only some have. */
export function howToAddUnseen(
  { council, goesBy }: Pick<HowToReachUs, 'council' | 'goesBy'>,
  reference: string,
  direct?: DirectLine,
  more: readonly string[] = [],
): readonly Block[] {
  const { email, telephone, telephoneNote, postalAddress, inPerson } = council.complaints;
  const howToReply = goesBy === 'post' ? 'Please give us' : 'You can reply to this email. Or give us';
  return [
    { heading: 'If you want to add something or need to reach us' },
    { paragraph: `${howToReply} the reference ${reference} when you:` },
    {
      list: [
        ...(direct ? [`ring ${direct.name} on ${direct.telephone}`] : []),
        `email ${email}`,
        `ring ${direct ? 'the complaints team on ' : ''}${telephone}. ${telephoneNote}`,
        `write to ${postalAddress.join(', ')}`,
        `visit the ${inPerson}`,
        ...more,
      ],
    },
  ];
}

/** Said on every first page, receipt and greeting (duty D5). */
export function inDanger(council: CouncilFacts): Block {
  return {
    paragraph: `If you or someone else is in danger now, call 999. In a care emergency, call ${council.outOfHours.careEmergencyTelephone}. We do not read messages at night, at weekends or on bank holidays.`,
  };
}

/** Contact details only: the council never says whether an Ombudsman can help (routes.md section 0, rule 3). */
export function ombudsmanDetails(ombudsman: OmbudsmanFacts): Block {
  return {
    list: [
      `website: ${ombudsman.website}`,
      `telephone: ${ombudsman.telephone}`,
      ...(ombudsman.email ? [`email: ${ombudsman.email}`] : []),
      ...(ombudsman.postalAddress ? [`post: ${ombudsman.postalAddress.join(', ')}`] : []),
    ],
  };
}

/** Each Ombudsman by name with how to reach them, and no word on what they can look at. `then`: what the person can do, before the name. */
export function ombudsmenToReach(which: readonly CaseOmbudsman[], then: string, council: CouncilFacts): readonly Block[] {
  if (which.length > 1)
    return [
      { paragraph: `${then} these, which are independent of the council and free.` },
      ...which.flatMap((key) => [{ paragraph: `The ${council.ombudsmen[key].name}:` }, ombudsmanDetails(council.ombudsmen[key])]),
    ];
  return which.flatMap((key) => [
    { paragraph: `${then} the ${council.ombudsmen[key].name}, which is independent of the council and free:` },
    ombudsmanDetails(council.ombudsmen[key]),
  ]);
}

/** The officer who has the case, and where they work by the staff directory, else the service that has it (policy section 5: the service investigates, not the central team). */
export function officerInWords(
  { officer, service }: Allocation,
  { council, staff = [] }: Pick<NoticeContext, 'council' | 'staff'>,
): string {
  const { team, roles = [] } = staffMember(staff, officer.subject) ?? {};
  const { teamName } = council.complaints;
  const ofTheTeam = roles.some((role) => role === 'complaints-team' || role === 'head-of-complaints');
  // Nobody works for a service that has no name of its own.
  const named = ofTheTeam ? teamName : undefined;
  const where = team ?? (service === 'other' ? named : council.services[service]?.name);
  return [officer.name, where, council.name].filter(Boolean).join(', ');
}

/** Who is responsible for it now: whoever has it, or the central team. */
export function whoAnswersFor(state: CaseState, { council, staff }: Pick<NoticeContext, 'council' | 'staff'>): string {
  const allocation = allocationNow(state);
  return allocation ? officerInWords(allocation, { council, staff }) : `${council.complaints.teamName}, ${council.name}`;
}

export function signedByTeam(council: CouncilFacts): Block {
  return { paragraph: `${council.complaints.teamName}, ${council.name}` };
}

/** An officer's free text as paragraphs, one for each line they left apart. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part.length > 0)
    .map((paragraph) => ({ paragraph }));
}
