import { londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { otherBodies } from '../../policy/other-bodies.ts';
import type { Block, Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs, wroteForYou } from '../parts.ts';
import { partOfIt, signedBy, theRestGoesOn } from './turned-away.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

type Signposted = EventOf<'signposted'>;

/** Another body decides: how to reach it, and by when as far as that is certain (duties D13 and D14). */
export function signposted(state: CaseState, said: Signposted, context: LetterContext): Letter {
  const { council, staff, words } = context;
  const { t } = words;
  const { reference } = state;
  const body = t(otherBodies[said.to].body);
  const whole = said.part === undefined;
  return {
    subject: whole ? t('signposted.subject', { reference }) : t('signposted.subjectPart', { reference }),
    blocks: [
      greeting(state, context),
      ...wroteForYou(state, context),
      { paragraph: whole ? t('signposted.pleaseAsk', { body }) : t('signposted.pleaseAskPart', { body }) },
      ...partOfIt(said.part, context),
      { heading: t('shared.why') },
      ...paragraphs(said.reasons),
      { heading: t('signposted.howToReach') },
      ...waysToReach(said, context),
      ...timeLimit(said, context),
      ...(said.whatToDo ? [{ heading: t('signposted.whatYouCanDo') }, ...paragraphs(said.whatToDo)] : []),
      ...theRestGoesOn(said.part, context),
      { heading: t('turnedAway.ifYouDisagree') },
      ...whoseOmbudsman(state, 'disagree', context),
      ...howToAdd(context, reference, directLine(said.by, staff)),
      signedBy(said.by, council),
    ],
  };
}

function waysToReach({ to, howToReach }: Signposted, { words: { t, date } }: LetterContext): readonly Block[] {
  const { details } = otherBodies[to];
  const known = [
    ...(details?.telephone ? [t('details.telephone', { telephone: details.telephone })] : []),
    ...(details?.post ? [t('details.post', { address: details.post })] : []),
    ...(details?.web ? [t('details.website', { website: details.web })] : []),
  ];
  return [
    ...(details && known.length > 0 ? [{ list: known }, { paragraph: t('signposted.checkedOn', { date: date(details.checkedOn) }) }] : []),
    ...paragraphs(howToReach ?? ''),
  ];
}

/** A last day only from a letter that an officer has seen; else the rule in words (duty D13). */
function timeLimit({ at, to, decisionLetter }: Signposted, { words: { t, date } }: LetterContext): readonly Block[] {
  const { route, limit } = otherBodies[to];
  if (decisionLetter) {
    const { dated, lastDay } = decisionLetter;
    const said = [
      t('signposted.lastDay', { dated: date(dated), lastDay: date(lastDay) }),
      ...(lastDay < londonDateOf(at) ? [t('signposted.lastDayGone')] : []),
      t('signposted.checkThis'),
    ];
    return [{ heading: t('signposted.howLong') }, { paragraph: said.join(' ') }];
  }
  if (route !== 'statutory-appeal') return [];
  return [
    { heading: t('signposted.howLong') },
    { paragraph: limit ? t('signposted.limitIs', { rule: t(limit.rule) }) : t('signposted.limit') },
    { paragraph: t('signposted.seeYourLetter') },
  ];
}
