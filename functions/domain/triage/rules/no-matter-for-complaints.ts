import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    6,
    'automatic reply',
    'auto-?reply',
    'out of (?:the )?office',
    '(?:on|taking) annual leave until',
    'undeliver(?:ed|able)',
    'delivery (?:status notification|has failed)',
    'mail delivery',
    'could not be delivered',
    '(?:bank|payment|remittance) details?(?: have| has)? (?:changed|updated)',
    '(?:bank|remittance) (?:have|has|details?|detail).{0,30}(?:changed|new account)',
    'outstanding invoice',
    'seo',
    '(?:our|special) (?:offer|services|product|range)',
    'unsubscribe',
    'limited time',
    'crypto',
    '(?:any|got any|have you any) (?:jobs?|vacancies)',
    'job (?:vacanc(?:y|ies)|enquiry|application)',
    'my cv',
    'apply for (?:the|a) (?:job|post|role)',
    '(?:is that|is this) (?:the )?(?:pizza|taxi|chinese|chippy|doctor)',
    'wrong number',
    'pizza',
    'work experience placement',
    "i(?:'m| am) (?:a|an) (?:student|journalist|reporter) (?:at|from|writing|doing)",
  ),
];

/** Nobody complains: an automatic reply, an advertisement, a job enquiry, a wrong number. A person closes it, never the service. */
export function noMatterForComplaints(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'other' }, 'section 2', wordings, message.said);
}
