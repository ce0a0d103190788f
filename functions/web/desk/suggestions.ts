import { londonDateOf } from '../../domain/calendar/local-date.ts';
import { month, monthInWords, monthsUpTo } from '../../domain/calendar/month.ts';
import type { Releases } from '../../domain/reporting/counted-release.ts';
import { type DecisionsByRoute, fewestToJudge, type Tally } from '../../domain/reporting/decisions-by-route.ts';
import { notFound } from '../errors/error-pages.ts';
import type { PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { lackCounted } from './response-words.ts';
import { routeNames } from './words.ts';

/** A year shows whether triage grows better or worse, and has every season's complaints in it. */
const monthsShown = 12;

/** GET /desk/suggestions: how often people changed what triage suggested, by route and never by officer. `?month=YYYY-MM` shows one month. */
export function showSuggestions(deps: DeskPageDeps): OfficerPage {
  return async (request, session): Promise<PageResponse> => {
    const months = monthsUpTo(londonDateOf(request.now), monthsShown);
    const asked = month(request.query.get('month') ?? '');
    const chosen = months.find((offered) => offered === asked);
    const asking = chosen ? [chosen] : months;
    const [decisions, releases] = await Promise.all([
      deps.countSuggestions(session.officer, asking),
      deps.countReleases(session.officer, asking),
    ]);
    if (!decisions || !releases) return notFound(deps.render, 'desk', session);
    const view = {
      session,
      action: paths.suggestions,
      months: [
        { value: '', text: `The last ${monthsShown} months`, selected: chosen === undefined },
        ...months.map((offered) => ({ value: offered, text: monthInWords(offered), selected: offered === chosen })),
      ],
      period: chosen ? monthInWords(chosen) : `the last ${monthsShown} months`,
      fewest: fewestToJudge,
      ...viewOf(decisions),
      releases: releasesInWords(releases),
    };
    return { status: 200, html: deps.render('desk/suggestions.njk', view) };
  };
}

function viewOf({ all, ofSure, byRoute, changes, unread }: DecisionsByRoute) {
  return {
    decided: all.decided,
    inAll: `A person decided on ${all.decided} ${all.decided === 1 ? 'suggestion' : 'suggestions'}: ${inSentence(all)}.`,
    ofSure:
      ofSure.decided > 0
        ? `The service was sure of ${ofSure.decided} of them: ${inSentence(ofSure)}.`
        : 'The service was sure of none of them.',
    rows: byRoute.map(({ suggested, ofSure: sure, ...tally }) => ({
      route: routeNames[suggested],
      decided: tally.decided,
      kept: tally.decided - tally.changed,
      changed: tally.changed,
      share: shareInWords(tally),
      sure: sure.decided > 0 ? `${sure.changed} of ${sure.decided}` : 'Never sure',
    })),
    changes: changes.map(({ suggested, decided, times, namedBeside }) => ({
      suggested: routeNames[suggested],
      decided: routeNames[decided],
      times,
      namedBeside,
    })),
    unread: { decided: unread.decided, as: unread.as.map(({ decided, times }) => ({ route: routeNames[decided], times })) },
  };
}

/** In the month in which they were released, whenever their case came. */
function releasesInWords({ total, without }: Releases) {
  return {
    total,
    inAll: `The Head released ${total} ${total === 1 ? 'response' : 'responses'} on or after the day it was due, although it lacked something.`,
    rows: without.map(({ what, times }) => ({ what: lackCounted[what], times })),
  };
}

function inSentence({ decided, changed, share }: Tally): string {
  return `${decided - changed} kept, ${changed} changed (${share === undefined ? 'too few to judge' : inPercent(share)})`;
}

function shareInWords({ share }: Tally): string {
  return share === undefined ? 'Too few to judge' : inPercent(share);
}

/** Rounding hides neither the only change nor the only one that was kept. */
function inPercent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%';
  return share < 1 && share > 0.99 ? 'over 99%' : `${Math.round(share * 100)}%`;
}
