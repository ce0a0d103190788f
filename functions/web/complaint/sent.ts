import type { SentNote } from '../../contracts/answers-in-hand.ts';
import { readComplaint } from '../../contracts/complaint-form.ts';
import { localDate, londonClockOf, londonDateOf } from '../../domain/calendar/local-date.ts';
import { answersKept } from '../../domain/policy/the-door.ts';
import { type Page, type PageRequest, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import type { Words } from '../words/words.ts';
import { answersToCheck } from './answers-to-check.ts';

/** GET /complaint/sent: the reference and what happens by which date. With nothing sent there is nothing to confirm: back to the start. */
export function showSent(deps: PublicPageDeps): Page {
  return async (request) => {
    const sent = await sentFrom(deps, request);
    if (!sent) return seeOther(paths.start);
    return {
      status: 200,
      html: deps.render('complaint/sent.njk', {
        sent: shown(deps.words, sent.note),
        minutes: answersKept.minutesAfterSending,
        clear: paths.clearAnswersFrom('sent'),
      }),
    };
  };
}

/** GET /complaint/copy: what they wrote, to print or keep. Only this browser, and only for half an hour: later it takes a link (ADR 16). */
export function showCopy(deps: PublicPageDeps): Page {
  return async (request) => {
    const sent = await sentFrom(deps, request);
    if (!sent) return seeOther(paths.start);
    const { typed, files } = sent.answers;
    const read = readComplaint(typed, londonDateOf(sent.note.sentAt));
    const view = {
      sent: shown(deps.words, sent.note),
      time: londonClockOf(sent.note.sentAt),
      date: deps.words.date(londonDateOf(sent.note.sentAt)),
      rows: 'errors' in read ? [] : answersToCheck(deps.words, read.answers, files),
    };
    return { status: 200, html: deps.render('complaint/copy.njk', view) };
  };
}

/** With its dates in the words of the page. */
function shown({ date }: Words, note: SentNote) {
  const inWords = (by = '') => {
    const day = localDate(by);
    return day ? date(day) : by;
  };
  const sent = { time: londonClockOf(note.sentAt), date: date(londonDateOf(note.sentAt)) };
  return { ...note, ...sent, acknowledgeBy: inWords(note.acknowledgeBy), answerBy: inWords(note.answerBy) };
}

async function sentFrom({ answers }: PublicPageDeps, { cookies }: PageRequest) {
  const opened = await answers.open(cookies);
  return opened?.value.sent && { note: opened.value.sent, answers: opened.value };
}
