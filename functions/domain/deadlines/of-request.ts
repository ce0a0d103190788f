import { inShort, londonTime } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import { openFollowUp } from '../cases/conversation/asked.ts';
import type { RequestBeside } from '../cases/request/request.ts';
import { complainantOf } from '../notices/addressee.ts';
import type { Rules } from '../policy/rules.ts';
import type { ClockAct } from './clock-act.ts';
import type { Deadline } from './deadline.ts';
import { type Bare, met, open } from './one-deadline.ts';

/** What we promised the person by a day, until it is answered. */
export function promise(request: Pick<RequestBeside, 'decidedOn' | 'promisedBy' | 'answeredOn' | 'officer'>, rules: Rules): Deadline {
  const { decidedOn, promisedBy, answeredOn, officer } = request;
  const promised: Bare = {
    kind: 'service-request',
    from: decidedOn,
    due: promisedBy,
    explanation: `on ${inShort(decidedOn)} we promised that it would be done by ${inShort(promisedBy)}`,
    source: 'policy section 2: what we told the person',
    ...(officer && { keeper: officer }),
  };
  return answeredOn === undefined ? open(promised, decidedOn, rules) : met(promised, answeredOn);
}

/** The request that goes on beside a complaint, also when the complaint is withdrawn: we promised it (policy section 2, duty D26). */
export function ofRequestBeside({ request }: CaseState, rules: Rules): readonly Deadline[] {
  return request ? [promise(request, rules)] : [];
}

/**
 * On the promised day they are asked whether it is fixed (duty D17), once: unless they have told us, or the answer that left on that day or after it
 * has asked them. Nobody is asked who gave no safe way.
 */
export function questionWhetherFixed(state: CaseState, { policy }: Rules): readonly ClockAct[] {
  if (state.stage !== 'service-request' || state.askedOn || state.fixed || openFollowUp(state, 'dissatisfaction')) return [];
  if (complainantOf(state) === undefined) return [];
  const name = `ask-whether-fixed-${state.promisedBy}`;
  return [{ name, at: londonTime(state.promisedBy, policy.askWhetherFixed.at), command: { type: 'ask-whether-fixed' } }];
}
