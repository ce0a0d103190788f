import type { CouncilFacts } from '../../../council/facts.ts';
import { readComplaint } from '../../contracts/complaint-form.ts';
import { londonDateOf } from '../../domain/calendar/local-date.ts';
import type { QuickerWay } from '../../domain/intake/beside-the-button.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { OpenedAnswers, PublicPageDeps } from '../public-deps.ts';
import type { WordKey } from '../words/catalogue.ts';
import { answersToCheck } from './answers-to-check.ts';
import { frameOf } from './in-hand.ts';
import { answersGone } from './question.ts';
import { firstQuestion, questionFor, questions } from './questions.ts';

/** GET /complaint/check: all answers, each with a way to change it. Where one is missing or wrong, its page says so first. */
export function showCheck(deps: PublicPageDeps): Page {
  return async (request) => {
    const opened = await deps.answers.open(request.cookies);
    if (!opened) return seeOther(answersGone(firstQuestion));
    return opened.value.sent ? seeOther(paths.sent) : drawCheck(deps, request, opened, []);
  };
}

export async function drawCheck(
  deps: PublicPageDeps,
  request: PageRequest,
  opened: OpenedAnswers,
  errors: readonly PageProblem[],
): Promise<PageResponse> {
  const read = readComplaint(opened.value.typed, londonDateOf(request.now));
  if ('errors' in read) return seeOther(`${paths.question(questionFor(read.errors[0]?.field ?? '').name, true)}&wrong=yes`);
  const [{ view, cookies }, advice] = await Promise.all([frameOf(deps, request, 'check', opened), deps.advise(read.answers, request.now)]);
  const html = deps.render('complaint/check.njk', {
    ...view,
    back: paths.question(questions.at(-1)?.name ?? firstQuestion),
    rows: answersToCheck(deps.words, read.answers, opened.value.files),
    advice: { danger: advice.danger, ways: advice.ways.map((way) => wayToShow(way, deps.council)) },
    canReply: read.answers.reachBy.length > 0,
    errors: problemView(deps.words, errors),
  });
  return { status: errors.length > 0 ? 403 : 200, html, cookies };
}

/** `href` writes to the team that deals with it. */
function wayToShow({ kind, team }: QuickerWay, { receivingTeams }: CouncilFacts) {
  const { name, mailbox } = receivingTeams[team ?? ''] ?? {};
  const key: WordKey = `advice.${kind}`;
  return { key, team: name, href: mailbox && `mailto:${mailbox}` };
}
