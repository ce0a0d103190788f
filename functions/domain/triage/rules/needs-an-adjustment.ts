import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'large(?:r)? (?:print|type)',
    'big(?:ger)? (?:print|letters|writing)',
    'braille',
    'easy read',
    'audio (?:cd|version|format)',
    'interpreter',
    'translat(?:or|ed|ion|e)',
    'bsl',
    'sign language',
    'deaf',
    'hard of hearing',
    "can(?:'t|t|not) hear",
    'hearing (?:loop|aid|impair(?:ed|ment))',
    'blind',
    'partially sighted',
    'macular',
    'sight(?:ed)? (?:impair|loss)',
    "can(?:'t|t|not) (?:read|write|use (?:the |a )?(?:computer|phone|internet|stairs))",
    "(?:don't|dont|do not) (?:read|write|speak|understand) (?:english|very|well|much|it)",
    'my english',
    'english (?:is )?not (?:good|my|so)',
    '(?:not|no) (?:speak|good) (?:good )?english',
    'speaks? (?:only |no |little )',
    'dyslexi(?:a|c)',
    'learning (?:disability|difficult(?:y|ies))',
    'reasonable adjustments?',
    '(?:phone|telephone|email|e-mail|letter|text|writing) only',
    'only (?:by )?(?:phone|email|text|letter)',
    "(?:please )?(?:don't|dont|do not) (?:ring|phone|call|telephone)(?: me)?",
    '(?:no|not) (?:phone )?calls',
    "(?:i am|i'm|im|he's|she's|she is|he is) (?:autistic|registered blind|profoundly deaf)",
    'in (?:writing|person) (?:please|because|as)',
    '(?:write|ring|phone|email) (?:me )?instead',
    'home visit',
    'text ?relay',
    'relay uk',
    'tlumacz(?:a|em)?',
    'interprete',
    'with pictures',
    '(?:read|write|wrote|reading|writing) (?:it|this|them|everything|letters)(?: out)? (?:to|for) (?:me|him|her)',
    'since (?:my|the) stroke',
    'use short words',
    'give me time',
    "my hand doesn't",
    'quiet room',
  ),
  wording(1, 'wheelchair', 'stroke', 'autis(?:m|tic)', 'anxiety', 'my eyes'),
];

/** Asks for, or plainly needs, another way of being dealt with: print, telephone, interpreter, help with writing. */
export function needsAnAdjustment(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'flag', flag: 'reasonable-adjustment' }, 'section 4', wordings, message.said);
}
