import { formCookie, languageCookie, officerSession, signingIn } from '../../domain/policy/cookies.ts';
import { statusSession } from '../../domain/policy/status-page.ts';
import { answersKept } from '../../domain/policy/the-door.ts';
import type { Page } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';

/** GET /cookies: each by the name that the reader's browser shows, what it is for and how long it stays. All are necessary, so nobody is asked. */
export function showCookies({ render }: PublicPageDeps): Page {
  return async ({ url }) => {
    const prefix = url.startsWith('https:') ? '__Host-' : '';
    return {
      status: 200,
      html: render('cookies/cookies.njk', {
        ours: ours.map((one) => ({ ...one, name: `${prefix}${one.name}` })),
        officers: officers.map((one) => ({ ...one, name: `${prefix}${one.name}` })),
      }),
    };
  };
}

/** Names as in `adapters/identity`. */
const ours = [
  {
    name: 'form',
    purpose: 'Shows us that a form was sent from our own page, and not by another website in your name.',
    kept: `${formCookie.hours} hours.`,
  },
  {
    name: 'answers',
    purpose: 'Finds your answers again while you fill in the form. The answers are not in it.',
    kept:
      `${answersKept.hours} hours after the last page that you answered, or ${answersKept.days} days if you ask us to keep your answers, and never more than ${answersKept.longestDays} days after you began. ` +
      `Once you have sent your complaint, ${answersKept.minutesAfterSending} minutes. It goes at once if you clear your answers.`,
  },
  {
    name: 'status',
    purpose: 'Keeps the page of your complaint open after you used the link in our email.',
    kept:
      `${statusSession.idleMinutes} minutes after you last looked at that page, and it opens nothing ${statusSession.longestMinutes / 60} hours after you used the link. ` +
      'It goes at once if you close the page.',
  },
  {
    name: 'addition',
    purpose:
      'Finds what you typed on the page of your complaint and have not sent, while you go back or choose photos and documents. Your words are not in it.',
    kept:
      `${answersKept.hours} hours after you last changed it, and ${answersKept.minutesAfterSending} minutes once you have sent all of it. ` +
      'It goes at once if you close the page of your complaint.',
  },
  {
    name: 'language',
    purpose: 'Remembers the language that you chose for these pages. We set it only when you choose one.',
    kept: `${languageCookie.days} days.`,
  },
] as const;

const officers = [
  {
    name: 'officer',
    purpose: 'Keeps them signed in.',
    kept: `${officerSession.idleMinutes} minutes after the last page, and it opens nothing after ${officerSession.longestHours} hours.`,
  },
  { name: 'sign-in', purpose: 'Belongs to one attempt to sign in.', kept: `${signingIn.minutes} minutes.` },
] as const;
