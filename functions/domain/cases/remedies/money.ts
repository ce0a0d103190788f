import { type StaffMember, staffMember } from '../../staff/staff-member.ts';
import type { Officer } from '../actor.ts';
import type { CaseState } from '../case.ts';
import type { Command, Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import type { RemedyOffer } from './remedy.ts';

/** `£250`, `£12.50`. The formatter is made when a sum is written: making it costs a function a third of its start, and few functions write sums. */
export function inPounds(pence: number): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: pence % 100 === 0 ? 0 : 2 });
  return format.format(pence / 100);
}

/**
 * What the case would have offered altogether, in pence, where the command offers money: several small sums are one large one. 0 where it offers none.
 * A sum that could not be paid, and was replaced, is not counted.
 */
function moneyOffered(state: CaseState, command: Command): number {
  const now = sum(offersOf(command));
  const replaced = command.type === 'record-remedy-undeliverable' ? command.number : undefined;
  const before = (state.remedies ?? []).filter(({ number, state: { is } }) => is !== 'undeliverable' && number !== replaced);
  return now === 0 ? 0 : now + sum(before);
}

function offersOf(command: Command): readonly RemedyOffer[] {
  switch (command.type) {
    case 'respond':
      return command.remedies ?? [];
    case 'promise-remedy':
      return [command.remedy];
    case 'record-remedy-undeliverable':
      return [command.instead];
    default:
      return [];
  }
}

function sum(amounts: readonly { readonly amountPence?: number }[]): number {
  return amounts.reduce((total, { amountPence = 0 }) => total + amountPence, 0);
}

/** Why money needs a second person: more than whoever offers it may offer alone (policy section 5). */
export function moneyAboveLimit(state: CaseState, command: Command, by: Officer, staff: readonly StaffMember[]): string | undefined {
  const offered = moneyOffered(state, command);
  if (offered <= limitOf(staff, by)) return undefined;
  return `It offers ${inPounds(offered)} in this case, more than ${by.name} may offer alone (policy section 5).`;
}

/** One of the two must be somebody who may offer that much (duty D28). */
export function mayNotApproveMoney(
  state: CaseState,
  command: Command,
  first: Officer,
  second: Officer,
  staff: readonly StaffMember[],
): Refusal | undefined {
  const offered = moneyOffered(state, command);
  if (offered <= Math.max(limitOf(staff, first), limitOf(staff, second))) return undefined;
  return refuse(
    `It offers ${inPounds(offered)} in this case. Somebody who may offer that much must approve it: you may offer ${inPounds(limitOf(staff, second))}.`,
  );
}

function limitOf(staff: readonly StaffMember[], { subject }: Officer): number {
  return staffMember(staff, subject)?.remedyLimit ?? 0;
}

const sumOfMoney = /£\s*\d|\d\s*(?:pounds?|gbp)\b/i;

/** Money that only words promise is within nobody's limit and chased by no date: it is promised as a remedy, or not at all (duties D28 and D31). */
export function moneyInWords(...texts: readonly (string | undefined)[]): Refusal | undefined {
  if (!texts.some((text) => text !== undefined && sumOfMoney.test(text))) return undefined;
  return refuse(
    'This names a sum of money. Promise it as a financial remedy, with its amount and its day, and leave the sum out of these words.',
  );
}
