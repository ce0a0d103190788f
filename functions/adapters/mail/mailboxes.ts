import { addressParser, type Email } from 'postal-mime';
import { cleanLine } from './clean-text.ts';

export type Mailbox = { readonly name?: string; readonly email?: string };

const longestName = 200;
/** RFC 5321: 254 characters are the most an address can have. */
const longestAddress = 254;

/** The people of a From, To or Cc header. What is no address is left out; what is only a name stays a name. */
export function addressesIn(header: string): readonly Mailbox[] {
  return addressParser(header, { flatten: true }).flatMap(({ name, address = '' }) => {
    const email = emailOf(address);
    const shown = cleanLine(name, longestName);
    const mailbox = { name: shown === '' || shown.toLowerCase() === email?.toLowerCase() ? undefined : shown, email };
    return mailbox.name || mailbox.email ? [mailbox] : [];
  });
}

export function emailsIn(header: string): readonly string[] {
  return addressesIn(header).flatMap(({ email }) => (email ? [email] : []));
}

/** One address, or undefined for anything that could be read as two, as a header, or not at all. */
export function emailOf(address: string): string | undefined {
  const trimmed = cleanLine(address, longestAddress);
  return trimmed === address.trim() && /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\]+\.[^\s@<>()[\]",;:\\.]+$/.test(trimmed)
    ? trimmed
    : undefined;
}

/** The envelope's sender: SES writes it at the top, above whatever the sender wrote. */
export function envelopeOf(mail: Email): string | undefined {
  return emailsIn(mail.headers.find(({ key }) => key === 'return-path')?.value ?? '')[0];
}

/** What stands after the last `@`, in lower case; the whole where there is none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
