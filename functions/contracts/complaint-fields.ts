import { waysToReach } from '../domain/intake/contact.ts';
import type { TypedComplaint } from './complaint-form.ts';
import { detailOf } from './form-choices.ts';

/** A field of a form. */
type Field = { readonly name: string; readonly value: string };

/** The answers as fields of a form that holds them unseen; `typedComplaint` reads them back. What is empty is left out. */
export function fieldsOf({ firstKnown, reachBy, telephoneFor, ...texts }: TypedComplaint): readonly Field[] {
  const fields: readonly Field[] = [
    ...Object.entries(texts).map(([name, value]) => ({ name, value })),
    ...Object.entries(firstKnown).map(([part, value]) => ({ name: `firstKnown-${part}`, value })),
    ...reachBy.map((value) => ({ name: 'reachBy', value })),
    ...telephoneFor.map((value) => ({ name: 'telephoneFor', value })),
  ];
  return fields.filter(({ value }) => value !== '');
}

/**
 * What somebody means who sees every field at once, since no script closes what stands under a box that is not ticked: what they write there counts as
 * ticked. A box that was ticked `before` and is no longer was unticked, and then nothing of what stood under it is kept (duty D6).
 */
export function asMeant(typed: TypedComplaint, before: TypedComplaint): TypedComplaint {
  const unticked = waysToReach.filter((way) => before.reachBy.includes(way) && !typed.reachBy.includes(way));
  const reachBy = waysToReach.filter((way) => typed.reachBy.includes(way) || (typed[detailOf[way]] !== '' && !unticked.includes(way)));
  const noDetails = Object.fromEntries(unticked.map((way) => [detailOf[way], '']));
  const noUses = unticked.includes('telephone') && { telephoneFor: [] };
  return { ...typed, reachBy, ...noDetails, ...noUses, ...forSomebodyElse(typed, before) };
}

const nothingOfThem = { theirName: '', relationship: '', authority: '', theirAddress: '', theirTelephone: '', theirEmail: '' } as const;
const ofThem = ['theirName', 'relationship', 'authority', 'theirAddress', 'theirTelephone', 'theirEmail'] as const;

function forSomebodyElse(typed: TypedComplaint, before: TypedComplaint): Partial<TypedComplaint> {
  if (typed.onBehalf !== '') return {};
  if (before.onBehalf !== '') return nothingOfThem;
  const isWritten = ofThem.some((name) => typed[name] !== '');
  return isWritten ? { onBehalf: 'somebody-else' } : {};
}
