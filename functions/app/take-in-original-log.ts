import { contactOfLog, type OriginalLog } from '../contracts/stored-log.ts';
import { openCaseOf } from './known-already.ts';
import { type OpenDeps, type TakenIn, takeInLogged } from './take-in.ts';

/**
 * Takes in what a person of the council wrote down, at once or where the sweep finds it. Of what a colleague passed on, who sees no case, the complaints
 * team is asked whether it belongs to the one that the person has open (duty D1).
 */
export async function takeInOriginalLog(deps: OpenDeps, original: OriginalLog): Promise<TakenIn> {
  const contact = contactOfLog(original);
  const mayBelongTo = original.passedOn && (await openCaseOf(deps, contact));
  const question = mayBelongTo && ({ kind: 'same-or-new', because: 'passed-on', mayBelongTo } as const);
  return takeInLogged(deps, contact, { ...original, question });
}
