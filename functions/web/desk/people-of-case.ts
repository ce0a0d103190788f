import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { isUnsettled } from '../../domain/cases/people/answered.ts';
import { allocationFacts } from './allocation-view.ts';
import type { Fact } from './fact.ts';
import { personName, serviceName } from './words.ts';
import { waysToAsk, writtenForInWords } from './written-for.ts';

/** Everybody in a case: who complains, who speaks for them, who looks into it, which services add to it, and who takes no part. */
export function peopleOfCase(council: CouncilFacts, state: CaseState): readonly Fact[] {
  const open = state.stage === 'closed' ? state.was : state;
  const { complainant, onBehalfOf, people } = state;
  const details = [complainant.telephone, complainant.email, complainant.address].filter((detail) => detail !== undefined);
  const allocation = 'allocation' in open ? open.allocation : undefined;
  const stageOne = 'stageTwo' in open ? open.stageTwo?.stageOne.allocation : undefined;
  const answered = 'contributions' in open ? (open.contributions ?? []).filter(({ answeredOn }) => answeredOn !== undefined) : [];
  return [
    { term: 'Complainant', detail: [personName(complainant), ...details].join('\n') },
    ...(onBehalfOf && isUnsettled(state)
      ? [
          {
            term: 'They write for',
            detail: [writtenForInWords(onBehalfOf, 'Somebody they did not name'), ...waysToAsk(onBehalfOf)].join('\n'),
          },
        ]
      : []),
    ...(people?.representative ? [{ term: 'Representative', detail: personName(people.representative) }] : []),
    ...(people?.group ? [{ term: 'They complain with', detail: people.group.map(({ name }) => name).join('\n') }] : []),
    {
      term: 'Officer',
      detail: allocation
        ? [
            allocation.officer.name,
            `${serviceName(council, allocation.service)}, since ${inWords(allocation.on)}`,
            ...(allocation.earlier?.length ? [`Before: ${allocation.earlier.map(({ name }) => name).join(', ')}`] : []),
          ].join('\n')
        : 'Nobody yet',
    },
    ...(stageOne ? [{ term: 'Looked into at stage one by', detail: `${stageOne.officer.name}, who takes no part in stage two` }] : []),
    ...(state.harm?.taken ? [{ term: 'Possible harm was taken by', detail: state.harm.taken.by.name }] : []),
    ...answered.map(({ service, contractor, answeredOn }) => ({
      term: `${serviceName(council, service)}${contractor ? ` (${contractor.name})` : ''}`,
      detail: `Answered${answeredOn ? ` on ${inWords(answeredOn)}` : ''}`,
    })),
    ...allocationFacts(council, state),
  ];
}
