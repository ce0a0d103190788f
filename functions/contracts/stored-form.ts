import type { Instant } from '../domain/calendar/local-date.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { contactOfForm, originalComplaint } from './complaint-form.ts';

/** The contact that a stored form's bytes are; undefined where they are no form of ours. */
export function contactOfStoredForm(stored: Uint8Array, loggedAt: Instant): Contact | undefined {
  const read = originalComplaint.safeParse(parseJson(new TextDecoder().decode(stored)));
  return read.success ? contactOfForm(read.data, loggedAt) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
