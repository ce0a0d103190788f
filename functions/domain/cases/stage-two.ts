import { inWords } from '../calendar/local-date.ts';
import type { CaseState } from './case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { readyForStageTwo } from './ready.ts';
import { faultIn, longestInLetter } from './wording.ts';

/** Any words by any channel are enough, and nothing may be required (duty D25; both Codes 6.12). The clock runs from the day they asked. */
export function acceptAtStageTwo(state: CaseState, { askedOn }: CommandOf<'accept-at-stage-two'>, { today }: Setting): Facts {
  const ready = readyForStageTwo(state);
  if (isRefusal(ready)) return ready;
  if (askedOn > today) return refuse(`Enter the day on which they asked: ${inWords(askedOn)} is still to come.`);
  if (askedOn < ready.acknowledgement.on)
    return refuse(`They cannot have asked for stage two before we acknowledged stage one, on ${inWords(ready.acknowledgement.on)}.`);
  return [{ type: 'accepted-at-stage-two', askedOn }];
}

/** Only for a valid reason, weighed against what speaks for accepting it, and by two people; the person is told, with the Ombudsman's details. */
export function declineStageTwo(state: CaseState, command: CommandOf<'decline-stage-two'>, { today }: Setting): Facts {
  const ready = readyForStageTwo(state);
  if (isRefusal(ready)) return ready;
  const { askedOn, ground, facts, discretion } = command;
  if (askedOn > today) return refuse(`Enter the day on which they asked: ${inWords(askedOn)} is still to come.`);
  // A letter that did not arrive ran no clock (duty D24).
  if (ground === 'long-after-the-response' && state.undelivered?.noticeId.endsWith('-response'))
    return refuse('Our response did not arrive, so no time has gone by since. Six months run from a response that reached them.');
  const fault =
    faultIn(facts, longestInLetter, 'Give the facts: they are recorded and the person is told them (policy section 3).') ??
    faultIn(discretion, longestInLetter, 'Say what speaks for accepting it, and why that did not outweigh the rest (policy section 3).');
  return fault ?? [{ type: 'stage-two-declined', askedOn, ground, facts: facts.trim(), discretion: discretion.trim() }];
}
