import { type StaffMember, staffMember } from '../../staff/staff-member.ts';
import type { Officer } from '../actor.ts';
import type { CaseState } from '../case.ts';
import type { Command, Refusal } from '../command.ts';
import { type CommandOf, refuse } from '../decision.ts';
import { type RemedyOffer, remedyOf } from './remedy.ts';

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

/** Money that we promised is taken back by two people, whatever comes instead: two may have approved it (duties D28 and D31). */
export function takesBackMoney(state: CaseState, { number }: CommandOf<'record-remedy-undeliverable'>): string | undefined {
  const pence = remedyOf(state.remedies, number)?.amountPence;
  return pence === undefined ? undefined : `It takes back the ${inPounds(pence)} that we promised (policy section 5).`;
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

/** Sums as people write them: "£1,250.50", "£ 40", "40 pounds", "200 GBP". */
const sums = /£\s*(\d[\d,]*(?:\.\d{1,2})?)|(\d[\d,]*(?:\.\d{1,2})?)\s*(?:pounds?|gbp)\b/gi;

function sumsNamed(text: string): readonly number[] {
  return [...text.matchAll(sums)].map(([, before, after]) => Math.round(Number((before ?? after ?? '').replaceAll(',', '')) * 100));
}

/** Whether words name that sum already, so that a letter need not say it again. */
export function namesSum(text: string, amountPence: number): boolean {
  return sumsNamed(text).includes(amountPence);
}

/** What is paid is the amount: words that name another sum would promise something else. */
export function otherSumInWords(text: string, amountPence: number): Refusal | undefined {
  const other = sumsNamed(text).find((pence) => pence !== amountPence);
  if (other === undefined) return undefined;
  return refuse(
    `The words name ${inPounds(other)}, and the amount is ${inPounds(amountPence)}. Leave the sum out of the words: the letter takes it from the amount. If both are promised, make two remedies of them.`,
  );
}

const owed = String.raw`[^.]{0,25}\b(?:owe|debts?|arrears)\b`;
const setOff = new RegExp(
  [
    String.raw`\bset(?:ting)?[ -]off\b`,
    String.raw`\boffset`,
    String.raw`\b(?:take|taken|taking|deduct\w*|knock\w*|pay|paid)\b[^.]{0,40}\b(?:off|from)\b${owed}`,
    String.raw`\b(?:set|put|use[ds]?|counts?|counted|apply|applied|credit|credited)\b[^.]{0,40}\b(?:against|towards?)\b${owed}`,
    String.raw`\bcredit(?:ed)?\b[^.]{0,40}\bto\b${owed}`,
  ].join('|'),
  'i',
);
const denied = /\b(?:not|never)\b|n[’']t\b/i;

function takesOffDebt(text: string): boolean {
  return text.split(/(?<=[.!?])\s+|\n+/).some((sentence) => setOff.test(sentence) && !denied.test(sentence));
}

/** Nobody's money is kept for what they owe us, in whatever words, unless their agreement is on record (policy section 7; duty D31). */
export function setOffUnsaid(text: string, { takenOffDebt }: Pick<RemedyOffer, 'takenOffDebt'>): Refusal | undefined {
  if (takenOffDebt?.trim() || !takesOffDebt(text)) return undefined;
  return refuse(
    'These words take money off what they owe us. Record that they agreed to it, how and when, in the fields for that. If they did not agree, pay them.',
  );
}

const sumOfMoney = /£\s*\d|\d\s*(?:pounds?|gbp)\b/i;

/** Money that only words promise is within nobody's limit and chased by no date: it is promised as a remedy, or not at all (duties D28 and D31). */
export function moneyInWords(...texts: readonly (string | undefined)[]): Refusal | undefined {
  if (!texts.some((text) => text !== undefined && sumOfMoney.test(text))) return undefined;
  return refuse(
    'This names a sum of money. Promise it as a financial remedy, with its amount and its day, and leave the sum out of these words.',
  );
}
