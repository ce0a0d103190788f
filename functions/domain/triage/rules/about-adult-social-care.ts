import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    'adult social (?:care|services|worker)',
    "adults?'? (?:social )?services",
    'care act',
    'care (?:needs )?assessment',
    "(?:his|her|my|the|mum's|dad's) care (?:package|plan|home|agency|calls|worker|assessment|charges)",
    'care (?:home|agency|package|worker|workers|calls?|charges?)',
    'home ?care',
    "carer'?s'? assessment",
    'direct payments?',
    'day (?:centre|service)',
    'supported living',
    'financial assessment',
    'deferred payment',
    'respite',
    'reablement',
    'safeguarding adults',
    'occupational therap(?:y|ist)',
    'support hours',
    'mental health (?:social|team|worker)',
    'learning disability (?:team|service|nurse)',
    'top ?-?up',
    'disability related expen(?:se|diture)',
    'residential home',
    'nursing home',
    'social services (?:finance|for my (?:mum|dad|mother|father|husband|wife|nan|gran))',
    'amhp',
    'shared lives',
  ),
  wording(
    2,
    "(?:the|her|his|my|mum's|dad's|two|no) carers?",
    'carers',
    'the agency',
    'social worker',
    'social services',
    '(?:my|her|his) support worker',
    'stairlift',
    'ot',
    'hoist',
    'lifeline',
    'pendant',
    'dementia',
    'social care',
  ),
  wording(
    -4,
    'foster',
    "child(?:ren)?'?s? (?:social|services)",
    "my (?:son|daughter)'?s social worker",
    'assisted (?:bin )?collection',
    'special guardian',
  ),
];

/** About social care for an adult, which has its own statutory procedure. */
export function aboutAdultSocialCare(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'adult-social-care' }, 'section 11', wordings, message.said);
}
