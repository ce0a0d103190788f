import slim from 'nunjucks/browser/nunjucks-slim.js';
import { firstPageStyle } from '../assets.generated.js';
import { openUnsent, untilInWords } from '../complaint/in-hand.ts';
import { nextToAnswer } from '../complaint/questions.ts';
import type { Page, PageRequest } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';

/** Markup, and of our own build. */
const style = slim.runtime.markSafe(`<style>${firstPageStyle.text}</style>`);

/**
 * GET /: what to expect, who to ring in an emergency, and the other ways to complain; and what this browser answered before and has not sent. With its
 * style in it, and packed, so that all of it comes in one round trip.
 */
export function showStart(deps: PublicPageDeps): Page {
  const { acknowledge, respond } = deps.policy.stageOne;
  return async (request) => ({
    status: 200,
    styleHash: firstPageStyle.hash,
    nothingSecret: true,
    html: deps.render('start/start.njk', {
      style,
      acknowledge: acknowledge.workingDays,
      respond: respond.workingDays,
      begun: await begun(deps, request),
    }),
  });
}

async function begun(deps: PublicPageDeps, request: PageRequest) {
  const opened = await openUnsent(deps, request);
  if (!opened) return undefined;
  const next = nextToAnswer(opened.value);
  return {
    until: untilInWords(deps.words, opened.until, request.now),
    carryOn: next === undefined ? paths.check : paths.question(next),
    check: opened.value.typed.whatHappened === '' ? undefined : paths.check,
    clear: paths.clearAnswersFrom('start'),
  };
}
