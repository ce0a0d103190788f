import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { otherBodies } from '../../policy/other-bodies.ts';
import type { Block, Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs, wroteForYou } from '../parts.ts';
import { lockedPieces } from '../wording/pieces.ts';
import { partOfIt, signedBy, theRestGoesOn } from './turned-away.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

type Signposted = EventOf<'signposted'>;

/** Another body decides: how to reach it, and by when as far as that is certain (duties D13 and D14). */
export function signposted(state: CaseState, said: Signposted, { council, publicUrl, goesBy, staff }: LetterContext): Letter {
  const { body } = otherBodies[said.to];
  const what = said.part === undefined ? 'Your message is' : 'Part of your message is';
  return {
    subject: `Your message ${state.reference}: who decides about ${said.part === undefined ? 'it' : 'part of it'}`,
    blocks: [
      greeting(state),
      ...wroteForYou(state),
      { paragraph: `${what} about something that we cannot change under our complaints policy. Please ask ${body}.` },
      ...partOfIt(said.part),
      { heading: 'Why' },
      ...paragraphs(said.reasons),
      { heading: 'How to reach them' },
      ...waysToReach(said),
      ...timeLimit(said),
      ...(said.whatToDo ? [{ heading: 'What you can do' }, ...paragraphs(said.whatToDo)] : []),
      ...theRestGoesOn(said.part),
      { heading: 'If you disagree' },
      ...whoseOmbudsman(state, lockedPieces['ombudsman-disagree'].words, council),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLine(said.by, staff)),
      signedBy(said.by, council),
    ],
  };
}

function waysToReach({ to, howToReach }: Signposted): readonly Block[] {
  const { details } = otherBodies[to];
  const known = [
    ...(details?.telephone ? [`telephone: ${details.telephone}`] : []),
    ...(details?.post ? [`post: ${details.post}`] : []),
    ...(details?.web ? [`website: ${details.web}`] : []),
  ];
  return [
    ...(details && known.length > 0 ? [{ list: known }, { paragraph: `We checked this on ${inWords(details.checkedOn)}.` }] : []),
    ...paragraphs(howToReach ?? ''),
  ];
}

/** A last day only from a letter that an officer has seen; else the rule in words (duty D13). */
function timeLimit({ at, to, decisionLetter }: Signposted): readonly Block[] {
  const { route, limit } = otherBodies[to];
  if (decisionLetter) {
    const gone = decisionLetter.lastDay < londonDateOf(at) ? ' That day has gone by: ask them at once what you can still do.' : '';
    return [
      { heading: 'How long you have' },
      {
        paragraph: `The decision letter of ${inWords(decisionLetter.dated)} gives ${inWords(decisionLetter.lastDay)} as the last day.${gone} Check this against your letter. Do not wait for us.`,
      },
    ];
  }
  if (route !== 'statutory-appeal') return [];
  return [
    { heading: 'How long you have' },
    ...(limit ? [{ paragraph: `The time limit is: ${limit.rule}.` }] : [{ paragraph: 'There is a time limit.' }]),
    { paragraph: 'Your decision letter should say what the last day is. Check your letter; do not wait for us.' },
  ];
}
