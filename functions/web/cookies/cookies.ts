import { formCookie, languageCookie, officerSession, signingIn } from '../../domain/policy/cookies.ts';
import { statusSession } from '../../domain/policy/status-page.ts';
import { answersKept } from '../../domain/policy/the-door.ts';
import type { Page } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import { lastingIn } from '../words/lasting.ts';
import type { Words } from '../words/words.ts';

/** GET /cookies: each by the name that the reader's browser shows, what it is for and how long it stays. All are necessary, so nobody is asked. */
export function showCookies({ render, words }: PublicPageDeps): Page {
  return async ({ url }) => {
    const prefix = url.startsWith('https:') ? '__Host-' : '';
    const named = (one: Cookie): Cookie => ({ ...one, name: `${prefix}${one.name}` });
    return {
      status: 200,
      html: render('cookies/cookies.njk', { ours: ourCookies(words).map(named), officers: officersCookies(words).map(named) }),
    };
  };
}

type Cookie = { readonly name: string; readonly purpose: string; readonly kept: string };

/** Names as in `adapters/identity`. */
function ourCookies(words: Words): readonly Cookie[] {
  const { t } = words;
  const { minutes, hours, days } = lastingIn(words);
  const sent = { hours: hours(answersKept.hours), minutes: minutes(answersKept.minutesAfterSending) };
  return [
    { name: 'form', purpose: t('cookies.form'), kept: t('cookies.keptFor', { time: hours(formCookie.hours) }) },
    {
      name: 'answers',
      purpose: t('cookies.answers'),
      kept: t('cookies.answersKept', { ...sent, days: days(answersKept.days), longest: days(answersKept.longestDays) }),
    },
    {
      name: 'status',
      purpose: t('cookies.status'),
      kept: t('cookies.statusKept', { minutes: minutes(statusSession.idleMinutes), hours: hours(statusSession.longestMinutes / 60) }),
    },
    { name: 'addition', purpose: t('cookies.addition'), kept: t('cookies.additionKept', sent) },
    { name: 'language', purpose: t('cookies.language'), kept: t('cookies.keptFor', { time: days(languageCookie.days) }) },
  ];
}

function officersCookies(words: Words): readonly Cookie[] {
  const { t } = words;
  const { minutes, hours } = lastingIn(words);
  return [
    {
      name: 'officer',
      purpose: t('cookies.officer'),
      kept: t('cookies.officerKept', { minutes: minutes(officerSession.idleMinutes), hours: hours(officerSession.longestHours) }),
    },
    { name: 'sign-in', purpose: t('cookies.signIn'), kept: t('cookies.keptFor', { time: minutes(signingIn.minutes) }) },
  ];
}
