import { readMessage } from './reading.ts';

/** Of a message, as many as a form shows beside a date. */
export const mostTimesShown = 3;
/** Characters of each. */
const longestShown = 240;

const month = 'jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const count = String.raw`\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|few`;
const time = new RegExp(
  String.raw`\b(?:(?:19|20)\d\d|${month}|(?:in|since|last|by|\d{1,2}(?:st|nd|rd|th)?(?: of)?) (?:march|may)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:${count}) (?:day|week|month|year)s?|last (?:week|month|year|spring|summer|autumn|winter|christmas)|yesterday)\b`,
  'i',
);
const knew = /\b(?:first|began|begun|started|noticed|found out|(?:been )?going on|knew|known|heard|realised|told me|wrote to me)\b/i;

/** The sentences of a message in which its writer says when something was, those first that say when it began or when they knew. */
export function timesTold(text: string): readonly string[] {
  const sentences = readMessage(text)
    .own.map(({ text: words }) => words)
    .join('\n\n')
    .split(/(?<=[.!?])\s+|\n\s*\n/)
    .map((sentence) => sentence.trim().replace(/\s+/g, ' '))
    .filter((sentence) => time.test(sentence));
  return [...sentences.filter((sentence) => knew.test(sentence)), ...sentences.filter((sentence) => !knew.test(sentence))]
    .slice(0, mostTimesShown)
    .map((sentence) => (sentence.length > longestShown ? `${sentence.slice(0, longestShown)}…` : sentence));
}
