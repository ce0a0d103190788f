import { addMonths } from '../../calendar/local-date.ts';
import { type About, type Finding, findingAt, findingsOf, type Place, placesOf, wording } from '../finding.ts';
import type { Message, Passage } from '../message.ts';

const about: About = { kind: 'route', route: 'out-of-time' };
const policy = 'section 3';
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const monthName = `(?:${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3) || ''})?`).join('|')})`;
const year = {
  weight: 4,
  pattern: new RegExp(`(?<![a-z0-9/-])(?:(${monthName}),? {1,3}(?:of {1,3})?)?((?:19|20)\\d\\d)(?![a-z0-9-])`, 'g'),
};
const spokenYear = {
  weight: 4,
  pattern:
    /(?<![a-z0-9])twenty (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?: (?:one|two|three|four|five))?)(?![a-z0-9])/g,
};
const longAgo = wording(
  4,
  '(?:\\d\\d|two|three|four|five|six|seven|eight|nine|ten|twelve|[2-9]) years ago',
  'years ago',
  'over (?:a|two|three|four|five) years? ago',
);
const letItLie = wording(
  3,
  'at the time',
  'let it (?:lie|go|drop)',
  'never got round',
  'i knew (?:it|then|straight|all|about|at)',
  'saw it (?:happen|then|straight)',
  'did nothing',
  'put up with it',
  "didn't (?:complain|report|say)",
  'didnt (?:complain|report|say)',
  'only (?:now|just) (?:getting|got)',
  'been meaning to',
  'now retired',
  'clearing (?:out|my)',
);

/** Something that is still going on, or that they only now know of, is in time. */
const continuing = wording(
  -4,
  'still',
  'ever since',
  'since then',
  'every (?:day|week|month|night|year|time)',
  'to this day',
  'continu(?:es|ing)',
  'ongoing',
  'again',
  'keeps?',
  'only (?:found out|discovered|learnt|learned|told|saw)',
  'just (?:found out|discovered)',
  'yesterday',
  'today',
  'this (?:morning|week|month)',
  'last (?:night|week|month)',
  'now (?:says?|i get|they)',
  'have been',
);

/**
 * Everything seems to have happened, and been known, over twelve months before. A possible ground for a person to consider, never more: both must
 * be true and nothing may be continuing.
 */
export function knownOverAYearAgo(message: Message): readonly Finding[] {
  const inTimeFrom = addMonths(message.receivedOn, -12);
  if (message.firstKnown !== undefined && message.firstKnown >= inTimeFrom) return [];
  const mentions = message.said.flatMap((passage) =>
    placesOf(year.pattern, passage, 20).map((place) => ({ passage, place, latest: latestDay(passage, place) })),
  );
  const old = mentions.filter(({ latest }) => latest < inTimeFrom);
  if (mentions.length > old.length) return [];
  const findings = [
    ...old.slice(0, 1).map(({ passage, place }) => findingAt(about, policy, year.weight, passage, place)),
    ...findingsOf(about, policy, [spokenYear, longAgo], message.said),
  ];
  return findings.length === 0 ? [] : [...findings, ...findingsOf(about, policy, [letItLie, continuing], message.said)];
}

/** The last day that the words can mean: of the month where they name one, else of the year. */
function latestDay(passage: Passage, { start, end }: Place): string {
  const words = passage.words.slice(start, end);
  const month = months.findIndex((name) => words.startsWith(name.slice(0, 3)));
  return `${words.slice(-4)}-${String(month < 0 ? 12 : month + 1).padStart(2, '0')}-31`;
}
