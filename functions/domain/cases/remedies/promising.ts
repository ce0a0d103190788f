import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, faultInOptional, ifWritten, longestKept } from '../wording.ts';
import { looksLikeBankDetails } from './bank-details.ts';
import { moneyInWords, otherSumInWords, setOffUnsaid } from './money.ts';
import { mostRemedies, readyToPromise } from './ready.ts';
import { isPersonal, type RemedyOffer, type RemedyPromise } from './remedy.ts';

/** Characters of what a remedy is: the letter and the case page list it, and the snapshot keeps it (a limit of ours). */
export const longestRemedy = 500;

/** A remedy at any stage, with a letter of its own (both Codes 7.1; Housing Code 5.13). */
export function promiseRemedy(state: CaseState, { remedy }: CommandOf<'promise-remedy'>, { today }: Setting): Facts {
  const ready = readyToPromise(state);
  if (isRefusal(ready)) return ready;
  const fault = faultInOffers([remedy], today);
  if (fault) return fault;
  return promised(state, [remedy]).map((promise) => ({ type: 'remedy-promised', on: today, remedy: promise }));
}

/** What is wrong with remedies that a letter is to promise; undefined where nothing is. `already`: how many the case has. */
export function faultInOffers(offers: readonly RemedyOffer[], today: LocalDate, already = 0): Refusal | undefined {
  if (already + offers.length > mostRemedies) return refuse(`A case keeps at most ${mostRemedies} remedies.`);
  return offers.map((offer) => faultInOffer(offer, today)).find((fault) => fault !== undefined);
}

/** Numbered on from those that the case has. */
export function promised({ remedies = [] }: Pick<CaseState, 'remedies'>, offers: readonly RemedyOffer[]): readonly RemedyPromise[] {
  return offers.map((offer, index) => ({
    ...offer,
    number: remedies.length + index + 1,
    what: offer.what.trim(),
    impact: ifWritten(offer.impact),
    takenOffDebt: ifWritten(offer.takenOffDebt),
    asCredit: ifWritten(offer.asCredit),
  }));
}

function faultInOffer(offer: RemedyOffer, today: LocalDate): Refusal | undefined {
  const { what, impact, takenOffDebt, asCredit, due } = offer;
  return (
    faultIn(what, longestRemedy, 'Say what we will do: the person is told it (policy section 7).') ??
    (ifWritten(impact) === undefined && isPersonal(offer)
      ? refuse('Say first how the fault affected the person: what we offer must reflect it (policy section 7; both Codes 7.2).')
      : undefined) ??
    faultInOptional(impact, longestKept) ??
    faultInOptional(takenOffDebt, longestKept) ??
    faultInOptional(asCredit, longestRemedy) ??
    faultInMoney(offer) ??
    moneyInOffer(offer) ??
    setOffUnsaid(`${what}\n${asCredit ?? ''}`, offer) ??
    withoutBankDetails(what, impact, takenOffDebt, asCredit) ??
    (due < today ? refuse(`Promise a day that is still to come: ${inWords(due)} has gone.`) : undefined)
  );
}

/** The amount is the truth: the letter's words are composed from it. */
function moneyInOffer({ type, what, asCredit, amountPence }: RemedyOffer): Refusal | undefined {
  if (type !== 'financial' || amountPence === undefined) return moneyInWords(what);
  return otherSumInWords(what, amountPence) ?? (asCredit === undefined ? undefined : otherSumInWords(asCredit, amountPence));
}

function faultInMoney({ type, amountPence, takenOffDebt, asCredit, forOmbudsman }: RemedyOffer): Refusal | undefined {
  if (type === 'financial' && (amountPence === undefined || !Number.isSafeInteger(amountPence) || amountPence < 1))
    return refuse('Enter the amount of the financial remedy, more than nothing.');
  if (type !== 'financial' && amountPence !== undefined) return refuse('Only a financial remedy has an amount.');
  if (type !== 'financial' && ifWritten(asCredit) !== undefined) return refuse('Only a financial remedy can be given as a credit.');
  if (ifWritten(takenOffDebt) === undefined) return undefined;
  if (ifWritten(asCredit) !== undefined)
    return refuse(
      'Money is taken off what they owe us, or given as a credit: say one of them. If they owe something on that account, it is taken off.',
    );
  if (type !== 'financial') return refuse('Only a financial remedy can be taken off what somebody owes us.');
  return forOmbudsman ? refuse('What an Ombudsman asked us to pay is paid, and never taken off a debt.') : undefined;
}

/** Whoever pays takes the details from the person themselves: a case is read by many (duty D31). */
export function withoutBankDetails(...texts: readonly (string | undefined)[]): Refusal | undefined {
  if (!texts.some((text) => text !== undefined && looksLikeBankDetails(text))) return undefined;
  return refuse(
    'This looks like a sort code and an account number. Leave bank details out of the case: the payments team takes them. If they are other numbers, write dates in words.',
  );
}
