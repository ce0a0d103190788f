import type { ComplaintAnswers } from '../contracts/complaint-form.ts';
import { type AnsweredFile, contactOfForm, type OriginalComplaint, originalKeyOf } from '../contracts/stored-form.ts';
import { type Instant, type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import { countToAcknowledgement, countToResponse, dateOf } from '../domain/deadlines/stage-clock.ts';
import { type AtTheDoor, type Counted, type DoorCount, reasonToHold } from '../domain/intake/at-the-door.ts';
import type { DoorCounts } from './ports.ts';
import { type TakeInDeps, type TakenIn, takeIn } from './take-in.ts';

export type SendComplaintDeps = TakeInDeps & {
  readonly door: DoorCounts;
  readonly originals: { keep(key: string, body: Uint8Array, contentType: string): Promise<void> };
};

/** What somebody sends from the form. `token` names these very answers: the guard against a double press. */
export type ToSend = Pick<AtTheDoor, 'openedAt' | 'trapped'> & {
  readonly token: string;
  readonly answers: ComplaintAnswers;
  readonly files: readonly AnsweredFile[];
  /** Of the pages on which it was written, a tag of BCP 47; absent for English. */
  readonly language?: string;
  /** Where it came from, as far as one household or office (`networkOf`). */
  readonly network?: string;
};

/** What became of it, and the London dates that we promise to anybody: the acknowledgement, and the answer if it is acknowledged on that day. */
export type SentComplaint = { readonly taken: TakenIn; readonly acknowledgeBy?: LocalDate; readonly answerBy?: LocalDate };

/**
 * Keeps the original first, so that whatever fails after it is found by the sweep, and takes it in. The same token twice is one complaint. What a
 * program may have sent, or what comes in a flood, is held for a person with its clock running (ADR 16).
 */
export async function sendComplaint(deps: SendComplaintDeps, { token, answers, files, language, ...came }: ToSend): Promise<SentComplaint> {
  const sentAt = deps.now();
  const hold = reasonToHold({ ...came, sentAt, counts: await countsOf(deps, answers.email, came.network, sentAt) });
  const original: OriginalComplaint = {
    v: 1,
    token,
    receivedAt: sentAt,
    answers,
    ...(files.length > 0 && { files }),
    ...(hold && { hold }),
    ...(language && { language }),
  };
  await deps.originals.keep(originalKeyOf(token), new TextEncoder().encode(JSON.stringify(original)), 'application/json');
  const taken = await takeIn(deps, contactOfForm(original, sentAt));
  return { taken, ...datesOf(deps, taken, londonDateOf(sentAt)) };
}

/** Nobody is kept from complaining because something could not be counted. */
async function countsOf(deps: SendComplaintDeps, email: string | undefined, network: string | undefined, at: Instant) {
  const count = async (of: Counted, who: string | undefined): Promise<DoorCount | undefined> => {
    if (who === undefined) return undefined;
    try {
      return await deps.door.count(of, who, at);
    } catch {
      deps.log('door-not-counted', { of });
      return undefined;
    }
  };
  const [byEmail, byNetwork] = await Promise.all([count('email', email?.trim().toLowerCase()), count('network', network)]);
  return { ...(byEmail && { email: byEmail }), ...(byNetwork && { network: byNetwork }) };
}

/** A message that waits for a person has the dates of any complaint. */
function datesOf({ rules }: SendComplaintDeps, taken: TakenIn, receivedOn: LocalDate) {
  const stage = { receivedOn, stageTwo: undefined };
  const known = 'acknowledgeBy' in taken ? taken.acknowledgeBy : undefined;
  const acknowledgeBy = known ?? dateOf(countToAcknowledgement(stage, rules));
  return { acknowledgeBy, answerBy: acknowledgeBy && dateOf(countToResponse(stage, acknowledgeBy, rules)) };
}
