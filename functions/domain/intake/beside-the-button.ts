import { mayMeanHarm } from '../notices/possible-harm.ts';
import type { ReceivingTeam } from '../policy/receiving-teams.ts';
import type { Suggestion } from '../triage/suggestion.ts';

// Advice about other ways stands beside "Send my complaint" and never instead of it (duty D4). It decides nothing, and nobody keeps it.

/** What may be quicker than a complaint. `team`: of this council, which deals with it; without one, a letter or a school says who does. */
export type QuickerWay =
  | { readonly kind: 'penalty-charge' | 'council-tax' | 'housing-benefit' | 'councillor'; readonly team: ReceivingTeam }
  | { readonly kind: 'service-request' | 'appeal' | 'school'; readonly team?: never };

/** `danger`: the words may mean harm, and emergency numbers come before everything else (duty D5). */
export type Advice = { readonly danger: boolean; readonly ways: readonly QuickerWay[] };

/** From what triage suggests, and only where it is sure. Nothing is said where it would put somebody off: of late complaints, of courts, of work for the council. */
export function besideTheButton({ flags, sure, needsPerson, primary, service }: Suggestion): Advice {
  const way = sure && !needsPerson ? quickerWay(primary, service) : undefined;
  return { danger: mayMeanHarm(flags), ways: way ? [way] : [] };
}

function quickerWay(route: Suggestion['primary'], service: Suggestion['service']): QuickerWay | undefined {
  switch (route) {
    case 'service-request':
    case 'school':
      return { kind: route };
    case 'councillor':
      return { kind: route, team: 'monitoring-officer' };
    case 'statutory-appeal':
      return appealAbout(service);
    default:
      return undefined;
  }
}

/** What this council decides again itself goes to its own team; of everything else the person's own letter says where (duties D12 and D13). */
function appealAbout(service: Suggestion['service']): QuickerWay {
  switch (service) {
    case 'parking':
      return { kind: 'penalty-charge', team: 'parking-representations' };
    case 'council-tax':
      return { kind: 'council-tax', team: 'council-tax' };
    case 'benefits':
      return { kind: 'housing-benefit', team: 'housing-benefit-appeal' };
    default:
      return { kind: 'appeal' };
  }
}
