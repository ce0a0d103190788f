import { abandonedAfter } from '../../domain/policy/evidence.ts';
import { answersKept } from '../../domain/policy/the-door.ts';
import type { Page } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import { lastingIn } from '../words/lasting.ts';

/** The regulator's own page and helpline for people. */
const regulator = { website: 'https://ico.org.uk/make-a-complaint/', telephone: '0303 123 1113' } as const;

/** GET /privacy: what this service keeps of people, why, how long, and what they can ask for (UK GDPR articles 13 and 14). */
export function showPrivacy({ render, council, words }: PublicPageDeps): Page {
  const { minutes, hours, days } = lastingIn(words);
  const periods = {
    answers: { hours: hours(answersKept.hours), days: days(answersKept.days), longest: days(answersKept.longestDays) },
    copy: minutes(answersKept.minutesAfterSending),
    filesNeverSent: days(abandonedAfter.days),
    recordings: days(council.voicemail.audioKeptDays),
  };
  // Nobody can have a mailbox in `.example` (RFC 2606): whoever reads one must know that it is not the council's.
  const exampleAddress = council.dataProtection.email.endsWith('.example');
  return async () => ({ status: 200, html: render('privacy/privacy.njk', { periods, exampleAddress, regulator }) });
}
