import type { CaseState } from '../case.ts';
import { leadServiceOf } from '../lead-service.ts';

/** Words of a significant hazard that tenants use (duty D16; deadlines.md N5). A hint to look, and no decision. */
const dampOrMould = /\b(?:damp|mou?ldy?|condensation|mildew)\b/i;

/** A message about a council home speaks of damp or mould, and no clock of a hazard was ever started. `said`: the messages as they were read. */
export function hazardMayBeMeant(state: CaseState, said: readonly string[]): boolean {
  const { suggestion, hazard, stage } = state;
  const ofAHome = leadServiceOf(state) === 'housing' || suggestion.ombudsman === 'HOS';
  return stage !== 'closed' && hazard === undefined && ofAHome && said.some((text) => dampOrMould.test(text));
}
