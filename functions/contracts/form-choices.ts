import * as z from 'zod/mini';
import type { Officer } from '../domain/cases/actor.ts';
import type { WayToReach } from '../domain/intake/contact.ts';
import { type Service, services } from '../domain/triage/suggestion.ts';

// Choices that several forms of the desk offer.

/** A service of the council; `missing` where none was chosen. */
export function chosenService(missing: string) {
  return z.enum(
    services.filter((name): name is Exclude<Service, 'none'> => name !== 'none'),
    missing,
  );
}

export const chosenOmbudsman = z.enum(['LGSCO', 'HOS'], 'Choose the Ombudsman');

/** Who is chosen by the `subject` of their sign-in, and nothing more of them: what is recorded of somebody does not go into the case. */
export function chosenOfficer(form: URLSearchParams, field: string, staff: readonly Officer[]): Officer | undefined {
  const found = staff.find(({ subject }) => subject === form.get(field));
  return found && { kind: 'officer', subject: found.subject, name: found.name, email: found.email };
}

/** The answer that a way to reach somebody needs, on every form of ours. */
export const detailOf = { email: 'email', telephone: 'telephone', post: 'address' } as const satisfies Record<WayToReach, string>;

/** Said where an officer ticked a way and left its detail out. */
export const missingDetail: Readonly<Record<WayToReach, string>> = {
  email: 'Enter the email address at which it is safe to write to them',
  telephone: 'Enter the telephone number on which it is safe to ring them',
  post: 'Enter the address to which it is safe to write',
};

export const wrongEmail = 'Enter an email address in the correct format, like name@example.com';
