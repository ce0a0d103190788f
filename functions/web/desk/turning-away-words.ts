import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { HazardKind, HazardStep } from '../../domain/cases/hazard/hazard.ts';
import type { GroundNotToAccept, NotAccepting } from '../../domain/cases/turning-away/turning-away.ts';
import { otherBodies } from '../../domain/policy/other-bodies.ts';
import type { ReceivingTeam } from '../../domain/policy/receiving-teams.ts';
import { englishLetters } from '../../domain/words/letter-words.ts';
import { momentInWords, ombudsmanName } from './words.ts';

// What officers read of a matter that goes another way, and of a hazard beside it.

export const groundNames: Record<GroundNotToAccept, string> = {
  'out-of-time': 'It was over, and known to them, more than 12 months before',
  'already-considered': 'Already considered to a final response, and nothing new',
  'legal-proceedings': 'A claim has been filed at court',
  other: 'Not covered by the policy, for a reason that you give',
};

export const hazardNames: Record<HazardKind, string> = {
  emergency: 'Emergency hazard: 24 hours to make it safe',
  significant: 'Significant hazard, such as damp and mould: 10 working days to investigate',
};

export const hazardStepNames: Record<HazardStep, string> = {
  investigated: 'The investigation is over',
  'summary-sent': 'The tenant has the written summary',
  'made-safe': 'The home is safe',
  'works-arranged': 'Further works cannot begin in time, and it is arranged when they begin',
  'works-begun': 'Further works have begun',
};

export function teamName(council: CouncilFacts, team: ReceivingTeam): string {
  return council.receivingTeams[team]?.name ?? team;
}

type EventHere = Extract<
  CaseEvent,
  {
    type:
      | 'handed-over'
      | 'hand-over-told'
      | 'hand-over-confirmed'
      | 'hand-over-returned'
      | 'signposted'
      | 'declined'
      | 'feedback-recorded'
      | 'hazard-started'
      | 'hazard-step-recorded';
  }
>;

export function turnedAwayInWords(
  council: CouncilFacts,
  event: EventHere,
): { readonly title: string; readonly details?: readonly string[] } {
  switch (event.type) {
    case 'handed-over':
      return {
        title: `Handed over to ${teamName(council, event.to)}`,
        details: [...partOf(event.part), `Received on ${inWords(event.receivedOn)}, which counts.`, event.reasons, event.told],
      };
    case 'hand-over-told':
      return {
        title: `The letter about the hand-over to ${teamName(council, event.to)} went out`,
        details: [...partOf(event.part), 'It had waited until we knew who may read it.'],
      };
    case 'hand-over-confirmed':
      return {
        title: `Hand-over confirmed by ${teamName(council, event.to)}`,
        details: [`${event.confirmedBy} said on ${inWords(event.on)} that they have it.`],
      };
    case 'hand-over-returned':
      return { title: `Not taken by ${teamName(council, event.to)}`, details: [event.because] };
    case 'signposted':
      return {
        title: `Told who decides: ${englishLetters.t(otherBodies[event.to].body)}`,
        details: [
          ...partOf(event.part),
          event.reasons,
          ...(event.whatToDo ? [event.whatToDo] : []),
          ...(event.howToReach ? [event.howToReach] : []),
          ...(event.decisionLetter
            ? [`Decision letter of ${inWords(event.decisionLetter.dated)} seen: the last day is ${inWords(event.decisionLetter.lastDay)}.`]
            : []),
        ],
      };
    case 'declined':
      return { title: 'Not accepted as a complaint', details: notAcceptedInWords(council, event) };
    case 'feedback-recorded':
      return { title: 'Recorded as feedback', details: [event.thanks] };
    case 'hazard-started':
      return {
        title: 'The clocks of a hazard run',
        details: [`${hazardNames[event.kind]}. The council became aware on ${momentInWords(event.awareAt)}.`],
      };
    case 'hazard-step-recorded':
      return {
        title: `Hazard: ${hazardStepNames[event.step].toLowerCase()}`,
        details: [
          event.doneAt ? `On ${momentInWords(event.doneAt)}.` : `On ${inWords(event.on)}.`,
          ...(event.furtherWorks ? ['Further works are needed.'] : []),
          ...(event.beginBy ? [`They begin by ${inWords(event.beginBy)}.`] : []),
          ...(event.because ? [event.because] : []),
        ],
      };
  }
}

/** Also of what waits for a second person. */
export function notAcceptedInWords(council: CouncilFacts, said: NotAccepting): readonly string[] {
  return [
    `${groundNames[said.ground]}.`,
    ...(said.outOfTime
      ? [
          `Happened and known on ${inWords(said.outOfTime.knownOn)}. ${said.outOfTime.goesOn ? 'It still goes on.' : 'Nothing of it goes on.'}`,
        ]
      : []),
    said.facts,
    `Weighed against it: ${said.discretion}`,
    `Instead: ${said.alternative}`,
    `Ombudsman in the letter: ${said.ombudsmen.map((which) => ombudsmanName(council, which)).join(' and ')}.`,
  ];
}

function partOf(part: string | undefined): readonly string[] {
  return part === undefined ? [] : [`One part: ${part}`];
}
