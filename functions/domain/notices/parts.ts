import type { CouncilFacts, OmbudsmanFacts } from '../../../council/facts.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Actor } from '../cases/actor.ts';
import { allocationNow } from '../cases/allocation/who-has-it.ts';
import type { Accepted, Allocation, CaseState, Known, Received } from '../cases/case.ts';
import { answeredParty, answeredRepresentative, whoWroteForThem } from '../cases/people/answered.ts';
import type { CaseOmbudsman } from '../cases/point.ts';
import type { Deadline, DeadlineKind } from '../deadlines/deadline.ts';
import { toldDate } from '../deadlines/next.ts';
import type { Rota } from '../registers/rota.ts';
import { type StaffMember, staffMember } from '../staff/staff-member.ts';
import type { LetterWords, LetterWordsByTag } from '../words/letter-words.ts';
import type { Addressee, Block, PlannedNotice } from './notice.ts';
import type { Wording } from './wording/open-pieces.ts';

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
  /** The words of the languages that are offered besides English. */
  readonly letterWords?: LetterWordsByTag;
};

/** The same for one letter to one person, in which words, and by which way it goes: nobody can reply to paper, and we may have no e-mail address of theirs. */
export type LetterContext = NoticeContext & { readonly goesBy: Addressee['by']; readonly words: LetterWords };

/** What is said needs nothing but the words to say it in. */
export type WithLetterWords = Pick<LetterContext, 'words'>;

/** Whoever the letter is for; somebody who speaks for another reads for whom. */
export function greeting(known: Known, context: WithLetterWords): Block {
  const { name } = answeredParty(known) ?? known.complainant;
  const person = answeredRepresentative(known) && known.complainant.name;
  return name && person ? { paragraph: context.words.t('greeting.dearForAnother', { name, person }) } : dear(name, context);
}

export function dear(name: string | undefined, { words: { t } }: WithLetterWords): Block {
  return { paragraph: name ? t('greeting.dear', { name }) : t('greeting.hello') };
}

/** Below the greeting of a letter that says “your message”: to somebody for whom another wrote, it is not theirs. */
export function wroteForYou(known: Known, { words: { t } }: WithLetterWords): readonly Block[] {
  const who = whoWroteForThem(known);
  return who === undefined ? [] : [{ paragraph: t('greeting.wroteForYou', { who }) }];
}

/**
 * The date that the person knows of, in words, or undefined when there is none, it cannot be counted, or it has gone (`withDatesToCome`). `about`: of which
 * promise or hand-over, where a case can have several.
 */
export function dueInWords(
  { deadlines, words }: Pick<LetterContext, 'deadlines' | 'words'>,
  kind: DeadlineKind,
  about?: number,
): string | undefined {
  const due = toldDay(deadlines, kind, about);
  return due && words.date(due);
}

/** The same day, as a London date. */
export function toldDay(deadlines: readonly Deadline[], kind: DeadlineKind, about?: number): LocalDate | undefined {
  const deadline = deadlines.find((one) => one.kind === kind && (about === undefined || one.about === about));
  return deadline && toldDate(deadline);
}

/** What a letter written on that London date may promise: no day that has gone by. */
export function withDatesToCome(context: NoticeContext, on: LocalDate): NoticeContext {
  return { ...context, deadlines: context.deadlines.filter((deadline) => (toldDate(deadline) ?? on) >= on) };
}

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

/**
 * How they answer us. `direct`: of the person whom the letter names. The page where they see how it stands is named by its plain address: no letter
 * holds a key to it (decision 33).
 */
export function howToAdd(
  context: HowToAnswer & Pick<LetterContext, 'publicUrl'>,
  reference: string,
  direct?: DirectLine,
): readonly Block[] {
  const address = `${context.publicUrl}/status`;
  const { t } = context.words;
  return howToAddUnseen(context, reference, direct, [
    context.goesBy === 'post' ? t('reach.seeIfEmail', { address }) : t('reach.see', { address }),
  ]);
}

type HowToAnswer = Pick<LetterContext, 'council' | 'goesBy' | 'words'>;

/** The same for whoever may not see where it stands. `more`: ways that only some have. */
export function howToAddUnseen(
  { council, goesBy, words: { t } }: HowToAnswer,
  reference: string,
  direct?: DirectLine,
  more: readonly string[] = [],
): readonly Block[] {
  const { email, telephone, postalAddress, inPerson } = council.complaints;
  const voicemail = t('reach.voicemail');
  return [
    { heading: t('reach.heading') },
    { paragraph: goesBy === 'post' ? t('reach.byPost', { reference }) : t('reach.byEmail', { reference }) },
    {
      list: [
        ...(direct ? [t('reach.ringOfficer', direct)] : []),
        t('reach.email', { email }),
        direct ? t('reach.ringTeam', { telephone, voicemail }) : t('reach.ring', { telephone, voicemail }),
        t('reach.write', { address: postalAddress.join(', ') }),
        t('reach.visit', { place: inPerson }),
        ...more,
      ],
    },
  ];
}

/** Said on every first page, receipt and greeting (duty D5). */
export function inDanger({ council, words }: Pick<LetterContext, 'council' | 'words'>): Block {
  return { paragraph: words.t('reach.inDanger', { telephone: council.outOfHours.careEmergencyTelephone }) };
}

/** Contact details only: the council never says whether an Ombudsman can help (routes.md section 0, rule 3). */
export function ombudsmanDetails({ website, telephone, email, postalAddress }: OmbudsmanFacts, { words: { t } }: WithLetterWords): Block {
  return {
    list: [
      t('details.website', { website }),
      t('details.telephone', { telephone }),
      ...(email ? [t('details.email', { email })] : []),
      ...(postalAddress ? [t('details.post', { address: postalAddress.join(', ') })] : []),
    ],
  };
}

/** What the person can do, said before the Ombudsman's details. */
export type ToAnOmbudsman = 'contact' | 'tellUs' | 'disagree' | 'afterStageTwo' | 'final';

/** Each Ombudsman by name with how to reach them, and no word on what they can look at. */
export function ombudsmenToReach(
  which: readonly CaseOmbudsman[],
  said: ToAnOmbudsman,
  { council, words }: Pick<LetterContext, 'council' | 'words'>,
): readonly Block[] {
  const { t } = words;
  const named = which.map((key) => council.ombudsmen[key]);
  if (named.length > 1)
    return [
      { paragraph: t(`ombudsman.${said}These`) },
      ...named.flatMap((one) => [{ paragraph: t('ombudsman.name', { ombudsman: one.name }) }, ombudsmanDetails(one, { words })]),
    ];
  return named.flatMap((one) => [{ paragraph: t(`ombudsman.${said}`, { ombudsman: one.name }) }, ombudsmanDetails(one, { words })]);
}

/** The officer who has the case, and where they work by the staff directory: their team, or the central one; else the service that has it (policy section 5: the service investigates, not the central team). */
export function officerInWords(
  { officer, service: allocated }: Allocation,
  { council, staff = [] }: Pick<NoticeContext, 'council' | 'staff'>,
): string {
  const { team, roles = [] } = staffMember(staff, officer.subject) ?? {};
  const { teamName } = council.complaints;
  const ofTheTeam = roles.some((role) => role === 'complaints-team' || role === 'head-of-complaints');
  // Nobody works for a service that has no name of its own.
  const service = allocated === 'other' ? undefined : council.services[allocated]?.name;
  const where = team ?? (ofTheTeam ? teamName : service);
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
