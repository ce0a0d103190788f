import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { NotAccepting } from '../../cases/turning-away/turning-away.ts';
import { lastDayInTime } from '../../policy/twelve-months.ts';
import type { Block, Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, ombudsmenToReach, paragraphs, type WithLetterWords } from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { signedBy } from './turned-away.ts';

/** The decision, its reasons, what was weighed against it, what to do instead and the Ombudsman, on whose powers we say nothing (policy section 3). */
export function notAccepted(state: CaseState, said: EventOf<'declined'>, context: LetterContext): Letter {
  const { council, staff } = context;
  const { t } = context.words;
  const { reference } = state;
  return letterOf(t('notAccepted.subject', { reference }), [
    greeting(state, context),
    section('decision', { paragraph: `${decided(state, context)} ${t(`notAccepted.because-${said.ground}`)}` }),
    section('reasons', { heading: t('shared.why') }, ...whenTheTimeEnded(said.outOfTime, context), ...paragraphs(said.facts)),
    section('weighed', { heading: t('shared.weighed') }, ...paragraphs(said.discretion)),
    section('alternative', { heading: t('notAccepted.instead') }, ...paragraphs(said.alternative)),
    section('ombudsman', { heading: t('turnedAway.ifYouDisagree') }, ...ombudsmenToReach(said.ombudsmen, 'disagree', context)),
    ...howToAdd(context, reference, directLine(said.writtenBy ?? said.by, staff)),
    signedBy(said.writtenBy ?? said.by, council),
  ]);
}

function decided(state: CaseState, { words }: WithLetterWords): string {
  const who = whoWroteForThem(state);
  const date = words.date(state.receivedOn);
  return who ? words.t('notAccepted.decidedFor', { who, date }) : words.t('notAccepted.decided', { date });
}

function whenTheTimeEnded(outOfTime: NotAccepting['outOfTime'], { words }: WithLetterWords): readonly Block[] {
  if (!outOfTime) return [];
  const { knownOn } = outOfTime;
  const [began, ended] = [words.date(knownOn), words.date(lastDayInTime(knownOn))];
  return [{ paragraph: words.t('notAccepted.twelveMonths', { began, ended }) }];
}
