import type { ShownCase } from '../../app/show-case.ts';
import { pointNumbers } from '../../contracts/procedure-forms.ts';
import { leadServiceOf } from '../../domain/cases/lead-service.ts';
import type { CaseOmbudsman } from '../../domain/cases/point.ts';
import { saysTheyRentFromUs } from '../../domain/intake/says-they-rent.ts';
import { decidedOmbudsmen } from '../../domain/notices/letters/whose-ombudsman.ts';

/**
 * The Ombudsman that a form starts with: as an officer decided, or as the one that sent it to us; of housing the Housing Ombudsman only where their own
 * words say that they rent or lease from us, else none, so that somebody decides. Undefined too where the case has two.
 */
export function suggestedOmbudsman({ state, contacts }: Pick<ShownCase, 'state' | 'contacts'>): CaseOmbudsman | undefined {
  const decided = decidedOmbudsmen(state);
  if (decided) return decided.length === 1 ? decided[0] : undefined;
  const referral = contacts.find((contact) => contact.referral)?.referral;
  if (referral) return referral.ombudsman;
  if (leadServiceOf(state) !== 'housing') return 'LGSCO';
  const tenancy = state.suggestion.ombudsman === 'HOS' && contacts.some(({ text }) => saysTheyRentFromUs(text));
  return tenancy ? 'HOS' : undefined;
}

/** The same as the values of a form. */
export function ombudsmanField(shown: Pick<ShownCase, 'state' | 'contacts'>): Readonly<Record<string, string>> {
  const ombudsman = suggestedOmbudsman(shown);
  return ombudsman ? { ombudsman } : {};
}

/** Of the rows for points, what an officer decided for the complaint; a row without it is chosen where it is used. */
export function ombudsmanOfEachPoint({ state }: Pick<ShownCase, 'state'>): Readonly<Record<string, string>> {
  const [only, ...others] = decidedOmbudsmen(state) ?? [];
  return only && others.length === 0 ? Object.fromEntries(pointNumbers.map((number) => [`ombudsman-${number}`, only])) : {};
}
