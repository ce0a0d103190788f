import type { CouncilFacts } from '../../../council/facts.ts';
import type { AnswersInHand } from '../../contracts/answers-in-hand.ts';
import { fieldsOf } from '../../contracts/complaint-fields.ts';
import { type ComplaintAnswers, readComplaint } from '../../contracts/complaint-form.ts';
import { type Instant, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Advice, QuickerWay } from '../../domain/intake/beside-the-button.ts';
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
    return opened.value.sent ? seeOther(paths.sent) : drawCheck(deps, request, opened.value, opened, []);
  };
}

/** The page holds the answers unseen, too: whoever sends it after their time has lost nothing that they wrote. `opened`: where they are kept. */
export async function drawCheck(
  deps: PublicPageDeps,
  request: PageRequest,
  { typed, files }: Pick<AnswersInHand, 'typed' | 'files'>,
  opened: OpenedAnswers | undefined,
  errors: readonly PageProblem[],
): Promise<PageResponse> {
  const read = readComplaint(typed, londonDateOf(request.now));
  if ('errors' in read) return seeOther(`${paths.question(questionFor(read.errors[0]?.field ?? '').name, true)}&wrong=yes`);
  const [{ view, cookies }, advice] = await Promise.all([
    frameOf(deps, request, 'check', opened),
    adviceOn(deps, read.answers, request.now),
  ]);
  const html = deps.render('complaint/check.njk', {
    ...view,
    back: paths.question(questions.at(-1)?.name ?? firstQuestion),
    rows: answersToCheck(deps.words, read.answers, files),
    held: [...fieldsOf(typed), ...(files.length > 0 ? [{ name: hadFiles, value: 'yes' }] : [])],
    gone: request.query.get('gone'),
    advice: { danger: advice.danger, ways: advice.ways.flatMap((way) => wayToShow(way, deps.council)) },
    canReply: read.answers.reachBy.length > 0,
    errors: problemView(deps.words, errors),
  });
  return { status: errors.length > 0 ? 403 : 200, html, cookies };
}

/** Told by a page whose answers had files with them. */
export const hadFiles = 'hadFiles';

/** The answers are there again, and their files are not, if they had any. */
export const keptAgain = (files: boolean): string => `${paths.check}?gone=${files ? 'files' : 'yes'}`;

/** Stands beside the button and never in its way: what goes wrong in it leaves the page without advice (duty D4). */
async function adviceOn({ advise, log }: PublicPageDeps, answers: ComplaintAnswers, at: Instant): Promise<Advice> {
  try {
    return await advise(answers, at);
  } catch (fault) {
    log('advice-failed', { fault: fault instanceof Error ? fault.name : typeof fault });
    return { danger: false, ways: [] };
  }
}

/** `href` writes to the team that deals with it; nothing where this council has no such team. */
function wayToShow({ kind, team }: QuickerWay, { receivingTeams }: CouncilFacts) {
  const key: WordKey = `advice.${kind}`;
  if (team === undefined) return [{ key }];
  const receiving = receivingTeams[team];
  return receiving ? [{ key, team: receiving.name, href: `mailto:${receiving.mailbox}` }] : [];
}
