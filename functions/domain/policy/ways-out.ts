import type { Route } from '../triage/suggestion.ts';

/** Every route that is neither stage one nor a service request. */
export type RouteOut = Exclude<Route, 'stage-one' | 'service-request'>;

/**
 * What we do about a matter that does not go on here as it came. `hand-over`: this council receives or decides it, so another team of ours takes
 * it over. `signpost`: another body decides. `decline`: we do not accept it, by two people. `thank`: it is no complaint. `move`: the message
 * belongs to the earlier case.
 */
export type WayOut = 'hand-over' | 'signpost' | 'decline' | 'thank' | 'move';

/** Which of them each route can take, and the text behind it. Nothing here decides: it says which forms lead where. */
export const waysOut: Readonly<Record<RouteOut, { readonly ways: readonly WayOut[]; readonly source: string }>> = {
  'stage-two': { ways: ['move'], source: 'policy section 6: stage two of the earlier complaint' },
  school: { ways: ['signpost'], source: 'policy section 3: the school’s governing body; Education Act 2002 section 29' },
  councillor: { ways: ['hand-over'], source: 'policy section 3: the monitoring officer; Localism Act 2011 section 28' },
  'adult-social-care': { ways: ['hand-over'], source: 'policy sections 3 and 11; SI 2009/309' },
  'children-social-care': { ways: ['hand-over'], source: 'policy sections 3 and 11; SI 2006/1738' },
  'statutory-appeal': { ways: ['hand-over', 'signpost'], source: 'policy section 3: a statutory right of appeal' },
  employment: { ways: ['hand-over'], source: 'policy section 3: the council’s own staff procedures' },
  'legal-proceedings': { ways: ['decline'], source: 'policy section 3; Housing Ombudsman Code 2.2' },
  'out-of-time': { ways: ['decline'], source: 'policy section 3; both Complaint Handling Codes section 2' },
  'already-considered': { ways: ['decline'], source: 'policy section 3; Housing Ombudsman Code 2.2' },
  'not-the-council': { ways: ['signpost'], source: 'policy section 3: not covered, with the alternative' },
  feedback: { ways: ['thank'], source: 'policy section 4; both Complaint Handling Codes section 1' },
  other: { ways: ['hand-over', 'signpost', 'decline'], source: 'policy section 3; our own rule: only with an officer’s reason' },
};
