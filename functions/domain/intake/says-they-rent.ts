import { readMessage } from './reading.ts';

const one = String.raw`(?:i\s?['’]?m|i am|we are|we['’]re|being|been)`;
const of = String.raw`(?:(?:a|an|the|your|their|its|long[- ]?standing|elderly|current|new|existing|former|council|secure|joint|sole|introductory|disabled|social|housing|\d+|years?)\s+){0,5}`;
const who = String.raw`(?:tenant|leaseholder|shared owner|lease[- ]holder)s?\b`;
/** "As" also means "because" and "while", and then speaks of others: it counts where somebody begins with what they are, and goes on with themselves. */
const as = String.raw`(?:^\W*|\b(?:speak|speaking|write|writing|complain|complaining)\s+)as`;
const goingOn = String.raw`(?=\s*(?:[,;:.!?–—]|$)|\s+(?:i|we|my|our|it|this|of|for|since)\b)`;
const said = [
  // Not "the tenant's neighbour".
  new RegExp(String.raw`\b${one}\s+${of}${who}(?!['’])`, 'i'),
  new RegExp(String.raw`${as}\s+${of}${who}${goingOn}`, 'i'),
  /\b(?:my|our) (?:council |secure |joint |sole |introductory )?(?:tenancy|lease|landlord,? the council|council (?:flat|house|home|bungalow|maisonette|property|tenancy|landlord)|rent account|leasehold (?:flat|home|property))\b/i,
  /\bmy landlord is (?:the |luton )?(?:borough )?council\b|\b(?:the |luton )council(?: is|,)? (?:as )?my landlord\b/i,
  /\b(?:i|we) (?:rent|lease|hold a lease)\b[^.!?\n]{0,40}\b(?:from|of) (?:you|the council|luton)\b/i,
];
const denied =
  /\b(?:not|never|no longer|isn['’]?t|aren['’]?t)\b[^.!?\n]{0,25}\b(?:tenants?|leaseholders?)\b|\b(?:private|housing association)\b[^.!?\n]{0,25}\b(?:tenants?|landlord)\b/i;

/** Whether somebody says in their own words that they rent or lease their home from the council; a guess of triage from what is broken says it not. */
export function saysTheyRentFromUs(text: string): boolean {
  return readMessage(text)
    .own.flatMap(({ text: words }) => words.split(/(?<=[.!?])\s+|\n\s*\n/))
    .some((sentence) => said.some((words) => words.test(sentence)) && !denied.test(sentence));
}
