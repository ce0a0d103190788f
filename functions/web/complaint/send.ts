import type { TakenIn } from '../../app/take-in.ts';
import { readComplaint, typedComplaint } from '../../contracts/complaint-form.ts';
import { contactOfForm, formToken, type OriginalComplaint, originalKeyOf } from '../../contracts/stored-form.ts';
import { inWords, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { WayToReach } from '../../domain/intake/contact.ts';
import { type Page, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import { showCheck } from './check.ts';
import { drawForm } from './form.ts';
import type { SentNote } from './sent-note.ts';

const notSentYet = {
  field: '',
  text: 'Your complaint has not been sent yet. Check your answers and send it again. If this happens twice, your browser may be blocking cookies: you can email or ring us instead',
};

/** POST /complaint/send: keeps the original first, so that whatever fails after it is found by the sweep. The same token twice is one complaint. */
export function sendComplaint(deps: PublicPageDeps): Page {
  return async (request) => {
    const typed = typedComplaint(request.form);
    const read = readComplaint(typed, londonDateOf(request.now));
    if ('errors' in read) return drawForm(deps, typed, read.errors);
    const token = formToken.safeParse(request.form.get('token'));
    const ours = await deps.formTokens.check(request.cookies, request.form.get('csrf') ?? '');
    if (!ours || !token.success) return showCheck(deps, request, typed, read.answers, [notSentYet]);

    const original: OriginalComplaint = { v: 1, token: token.data, receivedAt: request.now, answers: read.answers };
    await deps.keepOriginal(originalKeyOf(original.token), new TextEncoder().encode(JSON.stringify(original)), 'application/json');
    const taken = await deps.takeIn(contactOfForm(original, request.now));
    return seeOther(paths.sent, [await deps.sentNotes.set(noteOf(taken, read.answers.reachBy))]);
  };
}

function noteOf(taken: TakenIn, reachBy: readonly WayToReach[]): SentNote {
  const reply = reachBy.includes('email') ? 'email' : reachBy.length > 0 ? 'other' : 'none';
  if (taken.kind === 'held' || taken.kind === 'filed') return { reply: reply === 'none' ? 'none' : 'other' };
  return { reply, reference: taken.reference, acknowledgeBy: taken.acknowledgeBy && inWords(taken.acknowledgeBy) };
}
