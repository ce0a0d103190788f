import type { OmbudsmanFacts } from '../../../../council/facts.ts';
import type { Acknowledged, Extension } from '../../cases/case.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
import type { Block, Letter } from '../notice.ts';
import {
  directLineOf,
  greeting,
  howToAdd,
  type LetterContext,
  officerInWords,
  ombudsmanDetails,
  paragraphs,
  type WithLetterWords,
} from '../parts.ts';
import { letterOf, section } from '../sections.ts';

/** Policy section 6 and both Codes 6.4 and 6.5: the date we told them, the new one, the reason, and the Ombudsman's details, always. */
export function extension(state: Acknowledged, change: Extension, exceptionalReason: string | undefined, context: LetterContext): Letter {
  const { council, staff } = context;
  const { t } = context.words;
  const { reference } = state;
  return letterOf(t('extension.subject', { reference }), [
    greeting(state, context),
    section('new-date', { paragraph: newDate(state, change, context) }),
    section(
      'reasons',
      { heading: t('extension.why') },
      ...paragraphs(change.reason),
      ...(exceptionalReason ? paragraphs(exceptionalReason) : []),
    ),
    ...untilThen(state, change, context),
    section('ombudsman', ...ombudsmenOfComplaint(state).flatMap((which) => aboutOmbudsman(council.ombudsmen[which], context))),
    ...howToAdd(context, reference, directLineOf(state, staff)),
    { paragraph: officerInWords(state.allocation, { council, staff }) },
  ]);
}

function newDate({ extensions, promised, stageTwo }: Acknowledged, { previousDue, due }: Extension, { words }: WithLetterWords): string {
  const told = words.date((extensions.length === 1 && promised) || previousDue);
  const date = words.date(due);
  return stageTwo ? words.t('extension.finalResponse', { told, date }) : words.t('extension.fullResponse', { told, date });
}

/** Where points belong to different ones, each is named (duty D15). */
function aboutOmbudsman(facts: OmbudsmanFacts, { words }: WithLetterWords): readonly Block[] {
  const ombudsman = facts.name;
  return [
    { heading: words.t('extension.ombudsman', { ombudsman }) },
    { paragraph: words.t('extension.ifUnhappy', { ombudsman }) },
    ombudsmanDetails(facts, { words }),
  ];
}

/** Past the policy's own extension nobody waits in silence (Housing Ombudsman Complaint Handling Code 5.9). */
function untilThen({ inTouch }: Acknowledged, { on, due }: Extension, { words }: WithLetterWords): readonly Block[] {
  const { next } = inTouch?.updates ?? {};
  if (!next || next <= on || next >= due) return [];
  return [{ paragraph: words.t('extension.untilThen', { date: words.date(next) }) }];
}
