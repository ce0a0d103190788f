import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'discriminat(?:ed|ion|ory|ing|e)',
    'racis(?:t|m)',
    'racial(?:ly)?',
    'sexis(?:t|m)',
    'homophob(?:ic|ia)',
    'transphob(?:ic|ia)',
    'islamophob(?:ic|ia)',
    'antisemiti(?:c|sm)',
    'ableist',
    'equality act',
    'protected characteristic',
    'prejudice[d]?',
    "because (?:i'm|im|i am|he's|hes|he is|she's|shes|she is|we're|we are|of (?:my|his|her|our)) ?(?:black|white|asian|muslim|jewish|polish|romanian|irish|gypsy|roma|traveller|disabled|deaf|blind|gay|trans|pregnant|old|a woman|foreign|colour|race|religion|accent|age|disability|faith|name|skin|hijab|niqab)",
    '(?:go|went) back to (?:your|where)',
    'your (?:sort|kind|type)(?: here)?',
    'you people',
    'people like (?:you|us|me)',
    'my (?:accent|colour|race|religion|hijab|headscarf|niqab|turban|faith|skin)',
    'speak(?:s)? (?:proper )?english',
    '(?:treated|served|dealt with) (?:differently|worse)',
    '(?:guide|assistance) dog',
    "wheelchair users? (?:can't|cant|cannot|are)",
    'breast ?feed(?:ing)?',
    '(?:n|p) word',
    'monkey',
    'gorilla',
    'gypp?o',
    'slurs?',
    'misgender(?:ed|ing)?',
    'dead ?name(?:d)?',
  ),
  wording(
    2,
    '(?:the )?(?:white|english|british) (?:man|woman|family|families|people|lady|boy|girl|couple|neighbours?|ones)',
    'asian',
    'african',
    'romanian',
    'muslim',
    'hijab',
    'niqab',
    'gay',
    'trans',
    'deaf',
    'no (?:interpreter|ramp|step-free)',
    'step-free',
    'powerchair',
    'pregnant',
    '(?:a|as a) (?:woman|black|disabled)',
    'at (?:your|my|her|his) age',
    'too old',
    'traveller',
  ),
];

/** Says that they were treated worse for who they are: a protected characteristic of the Equality Act 2010. */
export function allegesDiscrimination(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'flag', flag: 'discrimination' }, 'section 5', wordings, message.said);
}
