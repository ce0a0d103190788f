import type { ShownCase } from '../../app/show-case.ts';
import { inWords, type LocalDate } from '../../domain/calendar/local-date.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { openRemedies } from '../../domain/cases/remedies/ready.ts';
import { kindOf } from '../../domain/staff/authority.ts';
import { paths } from '../paths.ts';
import { groupIn, groupNames, groupsInOrder, isExpected } from './action-groups.ts';
import { actionNames } from './action-words.ts';
import { titleOf } from './case-forms.ts';
import { isWrittenApart, nextStep, officerOf, waysSuggested } from './next-step.ts';
import { type QueuePlace, queueSearch } from './queue-place.ts';

/** One press each, where they are seen: at the head of the page, and below what was said. */
const drawnElsewhere: readonly OfficerCommand[] = ['take-harm', 'mark-read'];

/**
 * What this officer may do in a case now: the next step where it is theirs, else for whom it waits; links to the rest; and why not what could be
 * expected. What their role never does is not listed. Possible harm is taken apart from all of it.
 */
export function whatCanBeDone(shown: ShownCase, subject: string, today: LocalDate, place?: QueuePlace) {
  const { state, possible } = shown;
  const next = nextStep(shown, subject, today);
  const link = (type: OfficerCommand) => ({ type, text: titleOf(state, type), href: doHref(shown, type, place) });
  const ways = next?.theirs ? otherWays(shown, next.act) : [];
  const shownAbove = [...drawnElsewhere, ...ways, ...(next ? [next.act] : [])];
  const others = possible.filter((command) => command.possible && !shownAbove.includes(command.type));
  const waits = next && !next.theirs ? waitsFor(shown, next.act, subject) : undefined;
  return {
    next: next && {
      ...link(next.act),
      ...standingOfNext(shown, next.act),
      theirs: next.theirs,
      waits,
      apart: isWrittenApart(next.act),
      button: next.act === 'respond' ? 'Write the answer' : 'Go to the form',
      otherWays: ways.map(link),
    },
    // It may change what a message says of the case: much waits for it.
    placeFirst: shown.mayPlace && state.questions?.[0] ? paths.message(state.reference, state.questions[0].contact) : undefined,
    markRead: standingOfNext(shown, 'mark-read').possible ? paths.caseAction(state.reference, 'mark-read') : undefined,
    groups: groupsInOrder(state)
      .map((group) => ({
        heading: groupNames[group],
        id: `do-${group}`,
        folded: group === 'seldom',
        links: others.filter(({ type }) => groupIn(state, type) === group).map(({ type }) => link(type)),
      }))
      .filter(({ links }) => links.length > 0),
    notPossible: notPossible(shown),
  };
}

/** The page of an action's form, from which the way back to the queue is not lost. */
function doHref({ state }: Pick<ShownCase, 'state'>, type: OfficerCommand, place?: QueuePlace): string {
  const address = paths.doOnCase(state.reference, type);
  return place ? `${address}?${queueSearch(place, { place: place.place })}` : address;
}

/** Whether whoever looks may do it; else why not, and for their role who does. */
export function standingOfNext({ possible }: ShownCase, type: OfficerCommand) {
  const offered = possible.find((command) => command.type === type);
  return { possible: offered?.possible ?? false, because: offered?.because };
}

const firstAlways: OfficerCommand = 'accept-at-stage-one';

/** Where triage suggests another way, the decision has more than one form: each is a press away, to accept it first of all (duty D3). */
function otherWays({ state, possible }: ShownCase, next: OfficerCommand): readonly OfficerCommand[] {
  const ways = state.stage === 'received' ? waysSuggested(state) : [];
  if (!ways.includes(next)) return [];
  return [firstAlways, ...ways].filter((way) => way !== next && possible.some((command) => command.type === way && command.possible));
}

/** For whom a step waits, by name where the case knows them, and since when; undefined where only a role says it, or it is theirs and something stands before it. */
function waitsFor(
  { state, whoMay }: ShownCase,
  act: OfficerCommand,
  subject: string,
): { readonly whom: string; readonly since?: string } | undefined {
  if (act === 'approve' || act === 'release') return named(whoMay[act], state.proposal?.on);
  if (act === 'record-consultation') return named(whoMay['record-consultation'], state.discrimination?.since);
  if (act === 'record-remedy-done') return named(openRemedies(state).map(({ owner }) => owner));
  const officer = officerOf(state);
  return kindOf[act] === 'looking-into' && officer && officer.subject !== subject ? named([officer]) : undefined;
}

/** Few are all named: whoever waits knows whom to ask. */
const mostNamed = 3;

function named(people: readonly { readonly name: string }[] = [], since?: LocalDate) {
  const names = [...new Set(people.map(({ name }) => name))];
  if (names.length === 0) return undefined;
  const few = names.length > mostNamed ? [...names.slice(0, mostNamed - 1), `${names.length - mostNamed + 1} others`] : names;
  const whom = few.length > 1 ? `${few.slice(0, -1).join(', ')} or ${few.at(-1)}` : `${few[0]}`;
  return { whom, since: since && inWords(since) };
}

/** Of what could be expected at this stage: each reason once, with what it keeps from being done. */
function notPossible({ state, possible }: ShownCase) {
  const reasons = new Map<string, string[]>();
  for (const { type, possible: now, because, notTheirs } of possible) {
    if (now || because === undefined || notTheirs === 'role' || !isExpected(state, type)) continue;
    reasons.set(because, [...(reasons.get(because) ?? []), actionNames[type]]);
  }
  return [...reasons].map(([because, titles]) => ({ because, title: titles.join('; ') }));
}
