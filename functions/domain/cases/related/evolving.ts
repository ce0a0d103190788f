import type { CaseState, Known } from '../case.ts';
import type { EventOf } from '../event.ts';
import type { Link } from './related.ts';

/** With these the snapshot stays well under 50 KB; every link stands in the timeline besides. */
const mostLinks = 20;

export function issueJoined(state: CaseState, { words, ombudsman }: EventOf<'issue-joined'>): CaseState {
  return state.stage === 'acknowledged' ? { ...state, joined: [...(state.joined ?? []), { words, ombudsman }] } : state;
}

export function withLink<State extends Known>(state: State, link: Link): State {
  const others = (state.links ?? []).filter(({ reference }) => reference !== link.reference);
  return { ...state, links: [...others, link].slice(-mostLinks) };
}

/** The link of a case that an officer opened for a new issue, from its first event on. */
export function linksOf({ movedFrom, newIssue }: EventOf<'complaint-received'>): Known['links'] {
  return movedFrom && newIssue ? [{ reference: movedFrom, as: 'new-issue-of' }] : undefined;
}
