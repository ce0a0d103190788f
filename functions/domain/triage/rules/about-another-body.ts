import { otherBodies } from '../data/other-bodies.ts';
import { type About, type Finding, findingAt, findingsOf, placesOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const about: About = { kind: 'route', route: 'not-the-council' };
const policy = 'section 3';
const names = wording(3, ...otherBodies);

/** Words that say it is, or may be, the council after all. */
const against = [
  wording(-2, 'you', 'your', 'yours'),
  wording(
    -3,
    'council',
    'councils?',
    'your (?:officer|team|website|contractor|department)',
    'social worker',
    'you (?:told|said|sent|refused|promised)',
    'tenant',
  ),
];
const plainly = [
  wording(
    4,
    "(?:not sure|don't know|dont know|no idea) (?:if|whether) (?:it's|its|it is|this is|you're|youre|you are)(?: even)? (?:you|the right|for you|yours?)",
    'who do i complain to',
    '(?:make|tell|sort) (?:them|him|her) (?:\\w+ )?out',
    'complain about (?:the|a|my) (?:train|bus|hospital|police|doctors?|gp|shop|airport|nhs)',
  ),
];

/** About a body that is not the council and does not act for it. Named bodies are only a hint: they are often part of the story. */
export function aboutAnotherBody(message: Message): readonly Finding[] {
  const named = message.said.flatMap((passage) =>
    placesOf(names.pattern, passage, 3).map((place) => findingAt(about, policy, names.weight, passage, place)),
  );
  if (named.length === 0) return [];
  return [...named, ...findingsOf(about, policy, [...against, ...plainly], message.said)];
}
