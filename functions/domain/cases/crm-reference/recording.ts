import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, refuse } from '../decision.ts';

/** Letters and digits with what systems put between them: never an e-mail address or a sentence. Longer than any system's number (a limit of ours). */
const looksLikeOne = /^[\p{L}\p{N}](?:[\p{L}\p{N}./#_ -]{0,38}[\p{L}\p{N}])?$/u;

/** In every stage: who looks for it finds it also when it is over. */
export function recordCrmReference(state: CaseState, command: CommandOf<'record-crm-reference'>): Facts {
  const crmReference = command.crmReference?.trim() || undefined;
  if (crmReference === state.crmReference)
    return refuse(crmReference ? 'That reference is recorded already.' : 'No reference is recorded: there is nothing to take away.');
  if (crmReference !== undefined && !looksLikeOne.test(crmReference))
    return refuse('A CRM reference has letters and digits, at most 40 characters in all, like CRM-104-2217. Enter the reference alone.');
  return [{ type: 'crm-reference-recorded', crmReference }];
}
