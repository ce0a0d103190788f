import type { Person } from '../../domain/intake/contact.ts';

/** Something that names a person, or one case of theirs in another system, wherever it stands; written in one way only. */
export type PersonDetail = { readonly kind: 'email' | 'telephone' | 'surname-at-postcode' | 'crm-reference'; readonly value: string };

/** Gives the same opaque text for the same detail, and nothing from which the detail could be read (decision 10). */
export type PersonKey = (detail: PersonDetail | { readonly kind: 'words' | 'network'; readonly value: string }) => string;

/**
 * The details by which the cases of these people are found: e-mail addresses in lower case, telephone numbers as E.164, surnames at a postcode.
 * What is no whole address or number is left out: it would only join strangers.
 */
export async function personDetails(people: readonly Person[]): Promise<readonly PersonDetail[]> {
  const details = await Promise.all(
    people.map(async ({ email, telephone, ...at }) => [emailDetail(email), await telephoneDetail(telephone), householdDetail(at)]),
  );
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

const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[ABD-HJLNP-UW-Z]{2})\b/gi;

/**
 * People write "Rosa Wren", "Mrs R Wren" and "Wren, Rosa": the surname and the last postcode of the address are what stays. A hint for an officer, and
 * no proof: a household shares it.
 */
function householdDetail({ name, address }: Person): PersonDetail | undefined {
  const [before = '', after] = plain(name).split(',');
  const surname = after === undefined ? (before.trim().split(/\s+/).at(-1) ?? '') : before.trim();
  const [, outward, inward] = [...(address ?? '').matchAll(postcode)].at(-1) ?? [];
  return surname.length > 1 && outward && inward
    ? { kind: 'surname-at-postcode', value: `${surname}@${outward.toLowerCase()}${inward.toLowerCase()}` }
    : undefined;
}

function plain(name = ''): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\s,'’-]/gu, '');
}

/** What another system calls the matter, without spaces and in one case. */
export function crmDetail(crmReference: string | undefined): readonly PersonDetail[] {
  const value = crmReference?.replace(/\s+/g, '').toUpperCase();
  return value ? [{ kind: 'crm-reference', value }] : [];
}
