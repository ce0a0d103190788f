import { type Route, routes } from '../triage/suggestion.ts';
import type { CountedDecision } from './counted-decision.ts';

/** Of fewer than these a share says nothing: one decision more would move it by ten points or more. Our own limit. */
export const fewestToJudge = 10;

/** `share`, 0 to 1, of the decisions that changed the suggestion; undefined where they are too few to judge. */
export type Tally = { readonly decided: number; readonly changed: number; readonly share: number | undefined };

export type RouteTally = Tally & { readonly suggested: Route; readonly ofSure: Tally };

/** One route in the place of another; `namedBeside`: how often triage had named it as possible too. */
export type Change = { readonly suggested: Route; readonly decided: Route; readonly times: number; readonly namedBeside: number };

export type DecisionsByRoute = {
  readonly all: Tally;
  readonly ofSure: Tally;
  /** Suggested routes in the policy's order, those that occur. */
  readonly byRoute: readonly RouteTally[];
  /** The most frequent first. */
  readonly changes: readonly Change[];
  /** Messages for which nothing was suggested, because a person had to read them: neither kept nor changed. */
  readonly unread: { readonly decided: number; readonly as: readonly { readonly decided: Route; readonly times: number }[] };
};

/** How often people changed what triage suggested. */
export function decisionsByRoute(decisions: readonly CountedDecision[]): DecisionsByRoute {
  const suggested = decisions.filter(({ needsPerson }) => !needsPerson);
  const unread = decisions.filter(({ needsPerson }) => needsPerson);
  return {
    all: tallyOf(suggested),
    ofSure: tallyOf(suggested.filter(isSure)),
    byRoute: routes.flatMap((route) => {
      const of = suggested.filter((decision) => decision.suggested === route);
      return of.length > 0 ? [{ suggested: route, ...tallyOf(of), ofSure: tallyOf(of.filter(isSure)) }] : [];
    }),
    changes: changesOf(suggested.filter(isChanged)),
    unread: {
      decided: unread.length,
      as: routes
        .map((route) => ({ decided: route, times: unread.filter(({ decided }) => decided === route).length }))
        .filter(({ times }) => times > 0)
        .toSorted((one, other) => other.times - one.times),
    },
  };
}

const isSure = ({ sure }: CountedDecision) => sure;
const isChanged = ({ suggested, decided }: CountedDecision) => suggested !== decided;

function tallyOf(decisions: readonly CountedDecision[]): Tally {
  const decided = decisions.length;
  const changed = decisions.filter(isChanged).length;
  return { decided, changed, share: decided < fewestToJudge ? undefined : changed / decided };
}

function changesOf(changed: readonly CountedDecision[]): readonly Change[] {
  const changes = routes.flatMap((suggested) =>
    routes.map((decided) => {
      const such = changed.filter((decision) => decision.suggested === suggested && decision.decided === decided);
      return { suggested, decided, times: such.length, namedBeside: such.filter(({ also }) => also.includes(decided)).length };
    }),
  );
  return changes.filter(({ times }) => times > 0).toSorted((one, other) => other.times - one.times);
}
