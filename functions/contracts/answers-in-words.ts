import { withSmallLetter } from '../domain/first-letter.ts';
import type { Authority, ComplaintAnswers, TelephoneUse } from './complaint-form.ts';

// Answers of which a contact has no field of its own, in words that stand wherever the field beside them is shown.

/**
 * The person's own words, as triage and officers read them: what happened first and unchanged, so that evidence points into it; then how it affected
 * them and whether they told us before, each in a paragraph that says which answer it is.
 */
export function wordsOfAnswers({ whatHappened, impact, toldBefore }: ComplaintAnswers): string {
  return [whatHappened, impact && `How it has affected me: ${impact}`, toldBefore && toldBeforeInWords(toldBefore)]
    .filter(Boolean)
    .join('\n\n');
}

function toldBeforeInWords({ told, reference, details }: NonNullable<ComplaintAnswers['toldBefore']>): string {
  return [`Reported before: ${told ? 'yes' : 'no'}${reference ? `, ${reference}` : ''}.`, details].filter(Boolean).join(' ');
}

/** The number with what is safe to do with it: whoever sees one sees the other (duty D6). */
export function telephoneInWords({ telephone, telephoneFor }: Pick<ComplaintAnswers, 'telephone' | 'telephoneFor'>): string | undefined {
  if (!telephone || !telephoneFor) return telephone;
  const safe = (use: TelephoneUse, words: string) => `${telephoneFor.includes(use) ? '' : 'no '}${words}`;
  return `${telephone} (safe: ${[safe('call', 'calls'), safe('text', 'texts'), safe('message', 'voicemail')].join(', ')})`;
}

const authorityNames: Readonly<Record<Authority, string>> = {
  'they-agreed': 'They agreed to it',
  'power-of-attorney': 'Power of attorney, or a deputy',
  parent: 'Their parent or guardian',
  executor: 'Their executor, or they have died',
  court: 'A court made me their litigation friend',
  elected: 'Their councillor or Member of Parliament',
  'not-yet': 'Nothing yet',
};

/** How they know the person, with what they say gives them the right to speak for them. */
export function relationshipInWords({ relationship, authority }: NonNullable<ComplaintAnswers['onBehalfOf']>): string | undefined {
  const says = authority && `they say: ${withSmallLetter(authorityNames[authority])}`;
  return [relationship, says].filter(Boolean).join('; ') || undefined;
}
