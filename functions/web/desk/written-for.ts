import type { WrittenFor } from '../../domain/intake/contact.ts';

// Somebody for whom another wrote, in words for officers. What is known of them, whoever wrote said (duty D18).

/** `unnamed`: what they are called where nobody said who they are. */
export function writtenForInWords({ name, relationship }: WrittenFor, unnamed: string): string {
  return [name ?? unnamed, relationship].filter(Boolean).join(', ');
}

/** How they may be asked whether somebody may speak for them; nothing where nobody said. */
export function waysToAsk({ address, telephone, email }: WrittenFor): readonly string[] {
  return [address, telephone, email].filter((detail) => detail !== undefined);
}
