import type { CouncilFacts } from '../../../council/facts.ts';

/**
 * One way of writing an address, so that two spellings of the same mailbox are equal. Only what every mail system agrees on: the letters A to Z in
 * either case. `rosa+bins@…` is another mailbox than `rosa@…` for some providers, so it is another writer here: an officer joins it with one press.
 */
export function writerOf(email: string | undefined): string | undefined {
  const written = email?.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return written && /^[^\s@]+@[^\s@]+$/.test(written) ? written : undefined;
}

/**
 * Whose messages join the case: its complainant's, their representative's, those of whoever complains with them (duty D19), and those of people whom
 * an officer joined.
 */
export function writersOf(known: {
  readonly complainant: { readonly email?: string };
  readonly writers?: readonly string[];
  readonly people?: { readonly representative?: { readonly email?: string }; readonly group?: readonly { readonly email?: string }[] };
}): readonly string[] {
  const { complainant, people } = known;
  const parties = [complainant, people?.representative, ...(people?.group ?? [])].map((party) => writerOf(party?.email));
  return [...parties.filter((writer) => writer !== undefined), ...(known.writers ?? [])];
}

export function isWriter(writers: readonly string[], email: string | undefined): boolean {
  const sender = writerOf(email);
  return sender !== undefined && writers.includes(sender);
}

/** The council's own mailboxes: whoever writes from one passes on another person's matter. */
export function ourMailboxes({ complaints, trustedForwarders }: Pick<CouncilFacts, 'complaints' | 'trustedForwarders'>): readonly string[] {
  return [complaints.email, ...trustedForwarders.flatMap(({ mailboxes }) => mailboxes)];
}
