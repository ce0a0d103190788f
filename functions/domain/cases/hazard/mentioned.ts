import { saysTheyRentFromUs } from '../../intake/says-they-rent.ts';
import type { CaseState } from '../case.ts';
import { leadServiceOf } from '../lead-service.ts';

/** Words of a significant or emergency hazard that tenants use (duty D16; deadlines.md N5). A hint to look, and no decision. */
const ofAHazard = [
  /\b(?:damp|mou?ldy?|condensation|mildew)\b/i,
  /\b(?:plaster|ceilings?|roof|walls?|chimney|staircase|balcony|floor(?:boards?)?)\b[^.!?\n]{0,30}\b(?:com(?:e|es|ing|en)|came|fall(?:s|ing|en)?|fell|cav(?:ed|ing)|collaps\w+|giv(?:en|ing) way|rotten|rotting)\b/i,
  /\b(?:electrics?|electricity|power|sockets?|wiring|wires?|fuse ?box|lights)\b[^.!?\n]{0,40}\b(?:gone|off|out|dead|bare|exposed|loose|spark\w*|smok\w*|burn\w*|shock\w*|tripp\w*|danger\w*)\b/i,
  /\b(?:bare|exposed|loose) (?:wires?|wiring|sockets?)\b|\b(?:smell of gas|gas leak|carbon monoxide|asbestos|sewage)\b/i,
  /\bno (?:heating|hot water|running water|electricity|electric|power|working toilet|toilet)\b/i,
];

/** A message about a council home speaks of what may be a hazard, and no clock of a hazard was ever started. `said`: the messages as they were read. */
export function hazardMayBeMeant(state: CaseState, said: readonly string[]): boolean {
  const { suggestion, hazard, stage } = state;
  const ofAHome = leadServiceOf(state) === 'housing' || suggestion.ombudsman === 'HOS' || said.some(saysTheyRentFromUs);
  return stage !== 'closed' && hazard === undefined && ofAHome && said.some((text) => ofAHazard.some((words) => words.test(text)));
}
