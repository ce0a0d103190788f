import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { paths } from '../paths.ts';
import type { Fact } from './fact.ts';

/** What an officer must know at a glance of a service request, also of one that goes on beside a complaint. */
export function requestFacts(state: CaseState): readonly Fact[] {
  const was = state.stage === 'closed' ? state.was : state;
  const { request, choice } = state;
  const facts: Fact[] = [];
  if (was.stage === 'service-request') {
    facts.push({ term: 'Promised by', detail: inWords(was.promisedBy) });
    if (was.askedOn) facts.push({ term: 'Asked whether it is fixed', detail: inWords(was.askedOn) });
    if (was.fixed)
      facts.push({ term: 'Is it fixed?', detail: `${was.fixed.answer === 'yes' ? 'Yes' : 'No'}, they said on ${inWords(was.fixed.on)}` });
  }
  if (request)
    facts.push({
      term: 'The request it came out of',
      detail: request.answeredOn
        ? `Promised by ${inWords(request.promisedBy)}, answered on ${inWords(request.answeredOn)}`
        : `Promised by ${inWords(request.promisedBy)}. Work on it goes on${request.officer ? `, with ${request.officer.name}` : ''}`,
    });
  if (choice) facts.push({ term: 'Choice to complain', detail: choiceInWords(choice) });
  return facts;
}

function choiceInWords({ offeredOn, chosen }: NonNullable<CaseState['choice']>): string {
  const offered = `Offered on ${inWords(offeredOn)}`;
  if (!chosen) return `${offered}. No answer recorded`;
  return `${offered}. On ${inWords(chosen.on)} they chose ${chosen.complain ? 'to complain' : 'to leave it as a request'}`;
}

const linkNames = { 'new-issue-of': 'A new issue from', 'has-new-issue': 'A new issue is in' } as const;

/** Linked cases of the same person, oldest first; undefined where there are none. */
export function linksView({ links }: CaseState) {
  return links?.map(({ reference, as }) => ({ as: linkNames[as], reference, href: paths.case(reference) }));
}
