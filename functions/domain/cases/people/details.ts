import { isEmailAddress } from '../../intake/email-address.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { faultInOptional, ifWritten } from '../wording.ts';
import type { Party } from './people.ts';

/** Of each detail: the snapshot keeps them (a limit of ours). */
const longestDetail = 500;

export function trimmed({ name, email, telephone, address, reachBy }: Party): Party {
  return { name: ifWritten(name), email: ifWritten(email), telephone: ifWritten(telephone), address: ifWritten(address), reachBy };
}

/** A way that they called safe needs what it takes to use it. */
export function faultInParty({ reachBy, ...details }: Party): Refusal | undefined {
  if (reachBy.includes('email') && !isEmailAddress(details.email ?? ''))
    return refuse('Enter the email address at which it is safe to write to them, like name@example.com.');
  if (reachBy.includes('telephone') && details.telephone === undefined) return refuse('Enter the number on which it is safe to ring them.');
  if (reachBy.includes('post') && details.address === undefined) return refuse('Enter the address to which it is safe to write.');
  const { name, email, telephone, address } = details;
  return [name, email, telephone, address].map((detail) => faultInOptional(detail, longestDetail)).find((fault) => fault !== undefined);
}

export function isSameParty(one: Party, other: Party): boolean {
  const isSame = (['name', 'email', 'telephone', 'address'] as const).every((detail) => one[detail] === other[detail]);
  return isSame && one.reachBy.length === other.reachBy.length && one.reachBy.every((way) => other.reachBy.includes(way));
}
