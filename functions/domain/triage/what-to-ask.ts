import type { Route, Suggestion } from './suggestion.ts';

/** What tells a route from a complaint at stage one, as a question for the officer who reads or rings (policy sections 2, 3, 6 and 11). */
const tells: Readonly<Record<Exclude<Route, 'stage-one'>, string>> = {
  'service-request': 'Have they told us of it before, and what did we do then?',
  'stage-two': 'Have they had our answer to a complaint, and are they not satisfied with it?',
  school: 'Who did it: the school, or the council?',
  councillor: 'Is it about how a councillor behaved, or about a service of the council?',
  'adult-social-care': 'Is it about care or support that an adult gets from us, or needs?',
  'children-social-care': 'Is it about what social workers do for a child, and for which child?',
  'statutory-appeal': 'Do they want a decision changed, or complain about how it was made? On what date is the decision letter?',
  employment: 'Do they write as somebody who works for us, or as a resident?',
  'legal-proceedings': 'Has a claim been filed at a court, on what date, and is it about the same thing?',
  'out-of-time': 'When did they first know of it, and does it still go on?',
  'already-considered': 'Is it the same matter that we have answered before, or has something new happened?',
  'not-the-council': 'Whose service is it: ours, or that of another body?',
  feedback: 'Do they want anything done, or an answer?',
  other: 'What do they want from us?',
};

/**
 * What to ask before deciding, where the words alone do not decide it: of the person, or of the message read again. At most three questions; none
 * where triage is sure.
 */
export function whatToAsk({ primary, also, sure, otherLanguage }: Suggestion): readonly string[] {
  if (sure) return [];
  const questions = [primary, ...also].flatMap((route) => (route === 'stage-one' ? [] : [tells[route]]));
  const first = otherLanguage ? ['Which language do they speak? Ask for an interpreter before you decide.'] : [];
  return [...first, ...questions, ...(questions.length === 0 ? [tells['service-request']] : [])].slice(0, 3);
}
