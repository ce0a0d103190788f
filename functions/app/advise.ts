import type { ComplaintAnswers } from '../contracts/complaint-form.ts';
import { saidIn } from '../contracts/stored-form.ts';
import { type Instant, londonDateOf } from '../domain/calendar/local-date.ts';
import { type Advice, besideTheButton } from '../domain/intake/beside-the-button.ts';
import { suggest } from '../domain/triage/engine.ts';

/** What may be quicker, from the answers in hand, read as their contact will be. Nothing of it is kept. */
export function advise(answers: ComplaintAnswers, at: Instant): Advice {
  const { text, firstKnown } = saidIn(answers);
  return besideTheButton(suggest({ channel: 'web', text, firstKnown, receivedOn: londonDateOf(at) }));
}
