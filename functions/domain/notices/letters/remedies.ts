import { inWords } from '../../calendar/local-date.ts';
import { type PromisedThing, promiseInSentences } from '../../cases/remedies/in-words.ts';
import { inPounds } from '../../cases/remedies/money.ts';
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
      detail: `${promiseInSentences(remedy)} ${remedy.owner.name} will see to it.`,
    })),
  };
}

type OwedRemedy = PromisedThing & Pick<RemedyPromise, 'due' | 'owner'>;

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

function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}
