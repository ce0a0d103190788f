import { inWords } from '../../calendar/local-date.ts';
import { inPounds, namesSum } from '../../cases/remedies/money.ts';
import { isPersonal, type RemedyPromise } from '../../cases/remedies/remedy.ts';
import type { Block } from '../notice.ts';

/** What we promise: each thing with its day and with who sees to it (both Codes 7.3), and what happens with money (duty D31). */
export function remediesPromised(promises: readonly RemedyPromise[]): readonly Block[] {
  if (promises.length === 0) return [];
  const personal = promises.some((promise) => isPersonal(promise));
  return [
    remedyList(promises),
    ...promises.flatMap(aboutMoney),
    ...(personal ? [{ paragraph: 'After each of these days we will ask you whether we did what we promised.' }] : []),
  ];
}

/** Each thing with its day, what it is and who sees to it. */
export function remedyList(remedies: readonly OwedRemedy[]): Block {
  return {
    terms: remedies.map((remedy) => ({
      term: `By ${inWords(remedy.due)}`,
      detail: `${promiseInWords(remedy)} ${remedy.owner.name} will see to it.`,
    })),
  };
}

type OwedRemedy = PromisedThing & Pick<RemedyPromise, 'due' | 'owner'>;
type PromisedThing = Pick<RemedyPromise, 'what' | 'amountPence'>;

/** What was promised, as sentences, never without its sum. */
export function promiseInWords({ what, amountPence }: PromisedThing): string {
  const named = amountPence === undefined || namesSum(what, amountPence);
  return [asSentence(what), ...(named ? [] : [`The amount is ${inPounds(amountPence)}.`])].join(' ');
}

/** Nobody's money is taken for what they owe us without their word, and nobody sends bank details by e-mail. */
function aboutMoney({ amountPence, takenOffDebt, asCredit }: RemedyPromise): readonly Block[] {
  if (amountPence === undefined) return [];
  const amount = inPounds(amountPence);
  if (asCredit !== undefined)
    return [{ paragraph: `You will get the ${amount} ${withoutStop(asCredit)}. We do not need your bank details for it.` }];
  return takenOffDebt === undefined
    ? [
        {
          paragraph: `We will pay you the ${amount}. We will not take it off money that you owe us, unless you agree. We will ring or write to ask how to pay you. Please do not put bank details into an email.`,
        },
      ]
    : [{ paragraph: `You agreed that we take the ${amount} off what you owe us. If that is not right, tell us.` }];
}

/** With a capital letter and a full stop, however an officer typed it. */
export function asSentence(words: string): string {
  const begun = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}
