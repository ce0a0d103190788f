import type { CaseState } from '../domain/cases/case.ts';
import type { Circumstances, Command, Refusal } from '../domain/cases/command.ts';
import { decide } from '../domain/cases/decide.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { evolve } from '../domain/cases/evolve.ts';
import { flagsOf } from '../domain/cases/flags.ts';
import { inView } from '../domain/cases/in-view.ts';
import { leadServiceOf } from '../domain/cases/lead-service.ts';
import { orNone } from '../domain/cases/or-none.ts';
import { isOver } from '../domain/cases/over.ts';
import { namesOldDate } from '../domain/cases/reaching/outdated.ts';
import { wayTaken } from '../domain/cases/standing.ts';
import { unconfirmed } from '../domain/cases/turning-away/turning-away.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { nextDue, workTo } from '../domain/deadlines/next.ts';
import type { QueueEntry } from '../domain/desk/queue-entry.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { lettersWaitUntil } from '../domain/notices/leaving.ts';
import type { PlannedNotice } from '../domain/notices/notice.ts';
import { noticesFor } from '../domain/notices/notices-for.ts';
import { ombudsmanLetterNotices } from '../domain/notices/ombudsman-letter.ts';
import { missingSections } from '../domain/notices/sections.ts';
import { lessonsChanged } from '../domain/registers/lesson.ts';
import { countedDecision } from '../domain/reporting/counted-decision.ts';
import { countedReleases } from '../domain/reporting/counted-release.ts';
import { letterWordsIn } from '../domain/words/letter-words.ts';
import type { CaseChange, StoredCase } from './ports.ts';
import type { World } from './world.ts';

/**
 * What one command changes, ready to be saved in one transaction: the new state, its events, the notices they cause, the decision
 * that they count and the queue's entry.
 * Nothing is written here.
 */
export function changeOf(
  world: World,
  current: StoredCase | undefined,
  command: Command,
  circumstances: Circumstances,
  contact?: Contact,
): CaseChange | Refusal {
  const decision = decide(world.rules, current?.state, command, circumstances);
  if ('refused' in decision) return decision;
  const following = followingFrom(world, current?.state, decision.events, {
    staff: circumstances.staff,
    letters: circumstances.letters,
    contact,
  });
  if (!following) return { refused: 'Nothing happened.' };
  const { state, deadlines, notices } = following;
  const missing = notices.flatMap(missingSections);
  if (missing.length > 0) return { refused: `The letter cannot leave. It does not say ${missing.join(', or ')}.` };
  return {
    reference: state.reference,
    expected: current?.version ?? 0,
    state,
    events: decision.events,
    notices,
    lettersWaitUntil: lettersWaitUntil({
      by: circumstances.by,
      at: circumstances.at,
      state,
      events: decision.events,
      notices,
      deadlines: { before: current && notices.length > 0 ? deadlinesOf(current.state, world.rules) : [], after: deadlines },
    }),
    contact,
    decision: decision.events.map((event) => countedDecision(current?.state, event)).find((counted) => counted !== undefined),
    releases: countedReleases(decision.events, state.eventCount - decision.events.length + 1),
    lessons: lessonsChanged(current?.state, state),
    queue: queueEntryOf(state, deadlines),
  };
}

/** The case after these events, what is due in it then, and the notices that they cause. */
export function followingFrom(
  world: World,
  before: CaseState | undefined,
  events: readonly CaseEvent[],
  beside: Pick<Circumstances, 'staff' | 'letters'> & { readonly contact?: Contact },
): { readonly state: CaseState; readonly deadlines: readonly Deadline[]; readonly notices: readonly PlannedNotice[] } | undefined {
  const state = events.reduce<CaseState | undefined>(evolve, before);
  if (!state) return undefined;
  const deadlines = deadlinesOf(state, world.rules);
  return { state, deadlines, notices: noticesOf(world, state, events, deadlines, beside) };
}

function noticesOf(
  { council, publicUrl, wording, rota, letterCatalogues }: World,
  state: CaseState,
  events: readonly CaseEvent[],
  deadlines: readonly Deadline[],
  { staff, letters, contact }: Pick<Circumstances, 'staff' | 'letters'> & { readonly contact?: Contact },
): readonly PlannedNotice[] {
  const firstNumber = state.eventCount - events.length + 1;
  const letterWords = letterWordsIn(council.translations, letterCatalogues);
  const context = { council, publicUrl, wording, deadlines, staff, letters, rota, letterWords };
  const caused = events.flatMap((event, index) => noticesFor(event, firstNumber + index, state, context));
  return contact ? [...caused, ...ombudsmanLetterNotices(contact, events, state, context)] : caused;
}

/** What is over leaves the queues, and nothing else does. */
export function queueEntryOf(state: CaseState, deadlines: readonly Deadline[]): QueueEntry | undefined {
  if (isOver(state)) return undefined;
  const next = nextDue(deadlines);
  const on = next && workTo(next);
  // Whoever had a closed case does what is still owed of it.
  const open = state.stage === 'closed' ? state.was : state;
  const officer = 'allocation' in open ? open.allocation?.officer : undefined;
  return {
    reference: state.reference,
    stage: state.stage,
    stageTwo: 'stageTwo' in state && state.stageTwo ? true : undefined,
    way: wayTaken(state),
    suggested: state.suggestion.primary,
    flags: flagsOf(state),
    service: leadServiceOf(state),
    receivedOn: state.receivedOn,
    complainant: state.complainant.name,
    officer: officer?.name,
    officerSubject: officer?.subject,
    unread: state.unread?.count ?? 0,
    question: oldestQuestion(state),
    handOver: unconfirmed(state.handOvers).length > 0 || undefined,
    proposedBy: state.proposal?.by.subject,
    cameBack: state.cameBack && { to: state.cameBack.to.subject, by: state.cameBack.by },
    undelivered: state.undelivered && true,
    toPost: state.toPost && true,
    letterOutdated: state.toPost?.some((letter) => namesOldDate(state, letter)) ? true : undefined,
    callBack: state.callBack && true,
    allocatedOn: 'allocation' in state ? state.allocation?.on : undefined,
    harm: state.harm && { since: state.harm.since, taken: state.harm.taken && { by: state.harm.taken.by.name, at: state.harm.taken.at } },
    ...whoMaySee(state),
    nextDue: next && on && { kind: next.kind, on },
  };
}

/** Only what is there: most cases are of one service and of one officer. */
function whoMaySee(state: CaseState): Pick<QueueEntry, 'alsoServices' | 'others' | 'about' | 'barred' | 'restrictedTo'> {
  const { services, others, about, barred, restrictedTo } = inView(state);
  const lead = leadServiceOf(state);
  return {
    alsoServices: orNone(services.filter((service) => service !== lead)),
    others: orNone(others),
    about: orNone(about),
    barred: orNone(barred),
    restrictedTo,
  };
}

function oldestQuestion({ questions = [] }: CaseState): QueueEntry['question'] {
  const [oldest] = questions.toSorted((one, other) => (one.since < other.since ? -1 : 1));
  return oldest && { kind: oldest.kind, since: oldest.since };
}
