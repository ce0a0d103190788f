import type { StatusSession } from '../../app/status-page.ts';
import { typedText } from '../../contracts/form-fields.ts';
import { type Instant, londonClockOf } from '../../domain/calendar/local-date.ts';
import { statusSession } from '../../domain/policy/status-page.ts';
import type { Page, PageRequest, PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { StatusPageDeps } from './status-deps.ts';

/** What every page of a session shows: until when it stays open (`status/open-until.njk`). */
export type Frame = ReturnType<typeof frameOf>;

type SessionPage = (request: PageRequest, session: StatusSession, frame: Frame) => Promise<PageResponse | undefined>;

/**
 * A page of somebody's own case. Every page keeps the session open for as long again. Without one, or where the case is not theirs to see any more
 * (`page` gives undefined), it says so, and shows what they typed so that they can send it once they have opened their page again.
 */
export function inSession(deps: StatusPageDeps, page: SessionPage): Page {
  return async (request) => {
    const open = await deps.sessions.open(request.cookies);
    const response = open && (await page(request, open.session, frameOf(open.until, request.now)));
    if (!open || !response) return sessionOver(deps, request);
    return { ...response, cookies: [open.renewal, ...(response.cookies ?? [])] };
  };
}

function frameOf(until: Instant, now: Instant) {
  return {
    open: {
      until: londonClockOf(until),
      secondsLeft: Math.floor((Date.parse(until) - Date.parse(now)) / 1_000),
      warnedSeconds: statusSession.warnedMinutes * 60,
      minutes: statusSession.idleMinutes,
      moreTime: paths.statusMoreTime,
    },
  };
}

function sessionOver({ render, sessions }: StatusPageDeps, request: PageRequest): PageResponse {
  const html = render('status/ended.njk', { again: paths.status, ...whatWasTyped(request) });
  return { status: 403, html, cookies: [sessions.clear()] };
}

/** Stands in the page alone, and goes back to the same form: it is drawn again, and nothing is sent before they press its button. */
function whatWasTyped({ params, form }: PageRequest) {
  const { what } = params;
  const hidden = [...form].filter(([name]) => !['csrf', 'to', 'then'].includes(name)).map(([name, value]) => ({ name, value }));
  if (what === undefined || hidden.length === 0) return {};
  return { typed: typedText(form, 'words'), carryOn: { action: paths.statusSay(what), hidden } };
}
