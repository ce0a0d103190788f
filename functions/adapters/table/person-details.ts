import type { Person } from '../../domain/intake/contact.ts';

/** Something that names a person wherever it stands, written in one way only. */
export type PersonDetail = { readonly kind: 'email' | 'telephone'; readonly value: string };

/**
 * The details by which the cases of these people are found: e-mail addresses in lower case, telephone numbers as E.164.
 * What is no whole address or number is left out: it would only join strangers.
 */
export async function personDetails(people: readonly Person[]): Promise<readonly PersonDetail[]> {
  const details = await Promise.all(people.map(async ({ email, telephone }) => [emailDetail(email), await telephoneDetail(telephone)]));
  const found = details.flat().filter((detail) => detail !== undefined);
  return [...new Map(found.map((detail) => [`${detail.kind} ${detail.value}`, detail])).values()];
}

function emailDetail(email: string | undefined): PersonDetail | undefined {
  const value = email?.trim().normalize('NFC').toLowerCase();
  return value && /^[^\s@]+@[^\s@]+$/.test(value) ? { kind: 'email', value } : undefined;
}

/** The reader of numbers is loaded only here: its tables would cost every cold start 8 ms. */
async function telephoneDetail(telephone: string | undefined): Promise<PersonDetail | undefined> {
  if (!telephone?.trim()) return undefined;
  const { telephoneNumber } = await import('./telephone-number.ts');
  const value = telephoneNumber(telephone);
  return value ? { kind: 'telephone', value } : undefined;
}
