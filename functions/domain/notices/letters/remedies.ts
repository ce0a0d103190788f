import { inWords } from '../../calendar/local-date.ts';
import type { CaseOmbudsman, CaseState } from '../../cases/case.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
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
  return { terms: remedies.map((remedy) => ({ term: `By ${inWords(remedy.due)}`, detail: inOneLine(remedy) })) };
}

type OwedRemedy = Pick<RemedyPromise, 'due' | 'what' | 'amountPence' | 'owner'>;

function inOneLine({ what, amountPence, owner }: OwedRemedy): string {
  const money = amountPence === undefined ? [] : [`The amount is ${inPounds(amountPence)}.`];
  return [asSentence(what), ...money, `${owner.name} will see to it.`].join(' ');
}

/** Nobody's money is taken for what they owe us without their word, and nobody sends bank details by e-mail. */
function aboutMoney({ amountPence, takenOffDebt }: RemedyPromise): readonly Block[] {
  if (amountPence === undefined) return [];
  const amount = inPounds(amountPence);
  return takenOffDebt === undefined
    ? [
        {
          paragraph: `We will pay you the ${amount}. We will not take it off money that you owe us, unless you agree. We will ring or write to ask how to pay you. Please do not put bank details into an email.`,
        },
      ]
    : [{ paragraph: `You agreed that we take the ${amount} off what you owe us. If that is not right, tell us.` }];
}

export function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** To whom they can go with the whole of it: each Ombudsman that one of its points belongs to (duty D15). */
export function ombudsmenOfCase(state: CaseState): readonly CaseOmbudsman[] {
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage === 'accepted' || was.stage === 'acknowledged' || was.stage === 'answered') return ombudsmenOfComplaint(was);
  return [was.suggestion.ombudsman === 'HOS' ? 'HOS' : 'LGSCO'];
}
