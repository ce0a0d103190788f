import type { CaseState } from '../case.ts';
import { flagsOf } from '../flags.ts';
import type { RestrictionGround } from './restricted.ts';

/** Words in which people tell of wrongdoing where they work. A hint for a person to look, and no decision. */
const tellsOfWrongdoing = /\bwhistle-?\s?blow\w*|\bprotected disclosures?\b|\bpublic interest disclosures?\b/i;

/** What speaks for restricting a case that is not restricted, by what triage saw and what was written; undefined where nothing does. */
export function restrictionHint(state: CaseState, said: readonly string[]): RestrictionGround | undefined {
  if (state.restricted) return undefined;
  const { primary, also } = state.suggestion;
  const routes = [primary, ...also];
  if (said.some((words) => tellsOfWrongdoing.test(words))) return 'whistleblowing';
  if (routes.includes('councillor')) return 'about-councillor';
  if (routes.includes('employment')) return 'staff-complainant';
  return flagsOf(state).includes('safeguarding') ? 'safeguarding' : undefined;
}
