import { inWords } from '../calendar/local-date.ts';
import type { Accepted, CaseState } from './case.ts';
import type { WayTaken } from './turning-away/turning-away.ts';

/** Where the case stands, in one sentence. */
export function standing(state: CaseState): string {
  switch (state.stage) {
    case 'received':
      return 'This case waits for a person to decide its route.';
    case 'accepted':
      return `This complaint has been accepted at ${stageInWords(state)} and not yet acknowledged.`;
    case 'acknowledged':
      return `This complaint was acknowledged at ${stageInWords(state)} on ${inWords(state.acknowledgement.on)}.`;
    case 'answered':
      return `This complaint was answered at ${stageInWords(state)} on ${inWords(state.response.on)}.`;
    case 'service-request':
      return state.answeredOn === undefined
        ? 'This is a service request.'
        : `This is a service request, answered on ${inWords(state.answeredOn)}.`;
    case 'another-route':
      return `${wentInWords[state.way ?? 'another-way']} on ${inWords(state.decidedOn)}.`;
    case 'closed':
      return `This case was closed on ${inWords(state.closedOn)}.`;
  }
}

const wentInWords: Readonly<Record<WayTaken | 'another-way', string>> = {
  'hand-over': 'This case was handed over to another team of the council',
  signpost: 'This case was signposted to another body',
  decline: 'This complaint was not accepted',
  thank: 'This case was recorded as feedback',
  'another-way': 'This case was sent another way',
};

/** How a whole case went another way; undefined for every other case, and where it was decided before each way had a form of its own. */
export function wayTaken(state: CaseState): WayTaken | undefined {
  return state.stage === 'another-route' ? state.way : undefined;
}

function stageInWords({ stageTwo }: Pick<Accepted, 'stageTwo'>): string {
  return stageTwo ? 'stage two' : 'stage one';
}
