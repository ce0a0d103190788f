import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs } from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { signedBy } from './turned-away.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

/** A request for stage two that is not accepted: the reasons and the way to the Ombudsman, without comment on what they will do (both Codes 5.7, 5.11). */
export function stageTwoDeclined(state: CaseState, said: EventOf<'stage-two-declined'>, context: LetterContext): Letter {
  const { council, staff } = context;
  const { t } = context.words;
  const { reference } = state;
  const date = context.words.date(said.askedOn);
  const decided = whoWroteForThem(state) ? t('stageTwoDeclined.decidedOthersAsked', { date }) : t('stageTwoDeclined.decided', { date });
  return letterOf(t('stageTwoDeclined.subject', { reference }), [
    greeting(state, context),
    section('decision', { paragraph: `${decided} ${t(`stageTwoDeclined.because-${said.ground}`)}` }),
    section('reasons', { heading: t('shared.why') }, ...paragraphs(said.facts)),
    section('weighed', { heading: t('shared.weighed') }, ...paragraphs(said.discretion)),
    section('ombudsman', { heading: t('turnedAway.ifYouDisagree') }, ...whoseOmbudsman(state, 'disagree', context)),
    ...howToAdd(context, reference, directLine(said.writtenBy ?? said.by, staff)),
    signedBy(said.writtenBy ?? said.by, council),
  ]);
}
