import type { ShownCase } from '../../app/show-case.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { paths } from '../paths.ts';
import { actionGroups, groupNames, groupOf } from './action-groups.ts';
import { actionNames } from './action-words.ts';
import { titleOf } from './case-forms.ts';
import { isWrittenApart, nextStep } from './next-step.ts';
import { type QueuePlace, queueSearch } from './queue-place.ts';

/** One press each, where they are seen: at the head of the page, and below what was said. */
const drawnElsewhere: readonly OfficerCommand[] = ['take-harm', 'mark-read'];

/** What may be done in a case now: the next step, links to the rest, and what may not, with the reason. Possible harm is taken apart from all of it. */
export function whatCanBeDone(shown: ShownCase, place?: QueuePlace) {
  const { state, possible } = shown;
  const next = nextStep(state);
  const link = (type: OfficerCommand) => ({ type, text: titleOf(state, type), href: doHref(shown, type, place) });
  const others = possible.filter((command) => command.possible && command.type !== next && !drawnElsewhere.includes(command.type));
  return {
    next: next && { ...link(next), ...standingOfNext(shown, next), apart: isWrittenApart(next) },
    // It may change what a message says of the case: much waits for it.
    placeFirst: shown.mayPlace && state.questions?.[0] ? paths.message(state.reference, state.questions[0].contact) : undefined,
    markRead: standingOfNext(shown, 'mark-read').possible ? paths.caseAction(state.reference, 'mark-read') : undefined,
    groups: actionGroups
      .map((group) => ({
        heading: groupNames[group],
        id: `do-${group}`,
        links: others.filter(({ type }) => groupOf[type] === group).map(({ type }) => link(type)),
      }))
      .filter(({ links }) => links.length > 0),
    notPossible: possible
      .filter((command) => !command.possible && !command.notTheirs && command.because !== undefined && command.type !== 'take-harm')
      .map(({ type, because }) => ({ title: actionNames[type], because })),
    forOthers: forOthers(possible),
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

/** What the case allows and their role does not, by who does it. */
function forOthers(possible: ShownCase['possible']) {
  const theirs = possible.filter((command) => command.notTheirs);
  return [...new Set(theirs.map(({ because }) => because))].map((because) => ({
    because,
    titles: theirs.filter((command) => command.because === because).map(({ type }) => actionNames[type]),
  }));
}
