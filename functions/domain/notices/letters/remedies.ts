import { asSentence, type PromisedThing } from '../../cases/remedies/in-words.ts';
import { inPounds, namesSum } from '../../cases/remedies/money.ts';
import { isPersonal, type RemedyPromise } from '../../cases/remedies/remedy.ts';
import type { Block } from '../notice.ts';
import type { WithLetterWords } from '../parts.ts';

/** What we promise: each thing with its day and with who sees to it (both Codes 7.3), and what happens with money (duty D31). */
export function remediesPromised(promises: readonly RemedyPromise[], context: WithLetterWords): readonly Block[] {
  if (promises.length === 0) return [];
  const personal = promises.some((promise) => isPersonal(promise));
  return [
    remedyList(promises, context),
    ...promises.flatMap((promise) => aboutMoney(promise, context)),
    ...(personal ? [{ paragraph: context.words.t('remedies.weWillAsk') }] : []),
  ];
}

/** Each thing with its day, what it is and who sees to it. */
export function remedyList(remedies: readonly OwedRemedy[], context: WithLetterWords): Block {
  const { t, date } = context.words;
  return {
    terms: remedies.map((remedy) => ({
      term: t('remedies.by', { date: date(remedy.due) }),
      detail: `${promiseInSentences(remedy, context)} ${t('remedies.owner', { name: remedy.owner.name })}`,
    })),
  };
}

type OwedRemedy = PromisedThing & Pick<RemedyPromise, 'due' | 'owner'>;

/** In the officer's words, and never without its sum: `Pay you for the taxi. The amount is £12.50.` */
export function promiseInSentences({ what, amountPence }: PromisedThing, { words: { t } }: WithLetterWords): string {
  const named = amountPence === undefined || namesSum(what, amountPence);
  return [asSentence(what), ...(named ? [] : [t('remedies.amount', { amount: inPounds(amountPence) })])].join(' ');
}

/** Nobody's money is taken for what they owe us without their word, and nobody sends bank details by e-mail. */
function aboutMoney({ amountPence, takenOffDebt, asCredit }: RemedyPromise, { words: { t } }: WithLetterWords): readonly Block[] {
  if (amountPence === undefined) return [];
  const amount = inPounds(amountPence);
  if (asCredit !== undefined) return [{ paragraph: t('remedies.asCredit', { amount, asCredit: withoutStop(asCredit) }) }];
  return [{ paragraph: takenOffDebt === undefined ? t('remedies.paid', { amount }) : t('remedies.takenOffDebt', { amount }) }];
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}
