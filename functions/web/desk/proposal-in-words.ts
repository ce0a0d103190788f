import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { Declined, ProposedCommand } from '../../domain/cases/command.ts';
import type { Remedy } from '../../domain/cases/remedies/remedy.ts';
import { numberedPromise, offerInWords } from './remedy-view.ts';
import { notNeededInWords } from './response-words.ts';
import { notAcceptedInWords } from './turning-away-words.ts';
import { declineGroundNames, outcomeNames } from './words.ts';

/** In `Waits for a second person: …`; a response has names of its own, by its stage. */
export const proposedNames: Record<Exclude<ProposedCommand['type'], 'respond'>, string> = {
  'decline-stage-two': 'declining stage two',
  decline: 'not accepting the complaint',
  'set-aside-follow-up': 'saying that nothing is asked of us',
  'promise-remedy': 'a remedy',
  'record-remedy-undeliverable': 'what we promise instead of a remedy that cannot be done',
};

/** Word for word what a second person carries out. `remedies`: of the case, where they are at hand. */
export function proposedInWords(council: CouncilFacts, command: ProposedCommand, remedies?: readonly Remedy[]): readonly string[] {
  switch (command.type) {
    case 'respond':
      return [
        command.decision,
        ...command.answers.map(
          ({ outcome, reasons, discriminationFound: found }, index) =>
            `Point ${index + 1}: ${outcomeNames[outcome].toLowerCase()}. ${reasons}${found === undefined ? '' : ` Discrimination ${found ? 'found' : 'not found'}.`}`,
        ),
        ...(command.remedy ? [`To put it right: ${command.remedy}`] : []),
        ...(command.actions ? [`Still to be done: ${command.actions}`] : []),
        ...(command.remedies ?? []).map(offerInWords),
        ...(command.affectedOthers ? [`Of others affected: ${command.affectedOthers}`] : []),
        ...notNeededInWords(command),
        ...(command.forRelease ? ['The Head is asked to release it as it is.'] : []),
      ];
    case 'promise-remedy':
      return [offerInWords(command.remedy)];
    case 'record-remedy-undeliverable':
      return [
        `It cannot be done: ${numberedPromise(command.number, remedies)}. ${command.why}`,
        `Instead: ${offerInWords(command.instead)}`,
      ];
    case 'decline-stage-two':
      return declinedInWords(command);
    case 'decline':
      return notAcceptedInWords(council, command);
    case 'set-aside-follow-up':
      return [command.reason];
  }
}

/** Why stage two was not begun. */
export function declinedInWords({ askedOn, ground, facts, discretion }: Declined): readonly string[] {
  return [`They asked on ${inWords(askedOn)}. ${declineGroundNames[ground]}.`, facts, `Weighed against it: ${discretion}`];
}
