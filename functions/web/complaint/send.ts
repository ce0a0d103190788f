import type { SentComplaint } from '../../app/send-complaint.ts';
import { noAnswers, type SentNote } from '../../contracts/answers-in-hand.ts';
import { type ComplaintAnswers, readComplaint, typedComplaint } from '../../contracts/complaint-form.ts';
import { type Instant, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { PageProblem } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import { tagUnlessEnglish } from '../words/words.ts';
import { drawCheck, hadFiles, keptAgain } from './check.ts';
import { keptUntil } from './in-hand.ts';
import { answersGone, mayBeKept } from './question.ts';
import { firstQuestion } from './questions.ts';

const notSentYet: PageProblem = { field: '', problem: 'notSentYet' };

/** POST /complaint/send. Pressed twice, or again after a lost connection, it is one complaint with one confirmation. */
export function sendComplaint(deps: PublicPageDeps): Page {
  return async (request) => {
    const [ours, opened] = await Promise.all([
      deps.formTokens.check(request.cookies, request.form.get('csrf') ?? ''),
      deps.answers.open(request.cookies),
    ]);
    if (!opened) return fromThePage(deps, request, ours);
    if (opened.value.sent) return seeOther(paths.sent);
    const read = readComplaint(opened.value.typed, londonDateOf(request.now));
    if (!ours || 'errors' in read) return drawCheck(deps, request, opened.value, opened, ours ? [] : [notSentYet]);

    const { token, files, openedAt, trapped = false } = opened.value;
    const language = tagUnlessEnglish(deps.words);
    const sent = await deps.send({ token, answers: read.answers, files, openedAt, trapped, language, network: request.network });
    const value = { ...opened.value, sent: noteOf(sent, read.answers, request.now) };
    return seeOther(paths.sent, [await deps.answers.keep(opened, value, keptUntil(value, request.now))]);
  };
}

/**
 * Their time was over while they read: the page held what they wrote, which is kept again and shown, and sent when they say so once more. Files are gone
 * with the time.
 */
async function fromThePage(deps: PublicPageDeps, request: PageRequest, ours: boolean): Promise<PageResponse> {
  const typed = typedComplaint(request.form);
  if (typed.whatHappened === '' || !mayBeKept(typed)) return seeOther(answersGone(firstQuestion));
  if (!ours) return drawCheck(deps, request, { typed, files: [] }, undefined, [notSentYet]);
  const openedAt = await deps.openings.read(request.form.get('opened') ?? '');
  const value = { ...noAnswers(deps.newToken(), openedAt), typed };
  const cookie = await deps.answers.keep(undefined, value, keptUntil(value, request.now));
  return seeOther(keptAgain(request.form.has(hadFiles)), [cookie]);
}

function noteOf({ taken, acknowledgeBy, answerBy }: SentComplaint, { reachBy, onBehalfOf }: ComplaintAnswers, sentAt: Instant): SentNote {
  const reply = reachBy.includes('email') ? 'email' : reachBy.length > 0 ? 'other' : 'none';
  const dates = { sentAt, acknowledgeBy, answerBy, ...(onBehalfOf && { forAnother: true as const }) };
  // What waits for a person gets no receipt by mail.
  if (taken.kind === 'held' || taken.kind === 'filed') return { reply: reply === 'none' ? 'none' : 'other', ...dates };
  return { reply, reference: taken.reference, ...dates };
}
