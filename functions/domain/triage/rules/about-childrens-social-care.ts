import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    "children'?s (?:social (?:care|services|worker|workers|work)|services)",
    'child ?protection',
    'child in need',
    'looked[- ]after',
    'foster(?:ing|ed| carer| carers| care| mum| mother| parents?| placement)',
    'foster',
    'adopt(?:ed|ion|ive)(?: support)?',
    'special guardian(?:ship)?',
    'care lea(?:ver|vers|ving)',
    'leaving care',
    'personal advis[eo]r',
    'pathway plan',
    'supervised contact',
    'contact (?:centre|session|sessions|supervisor|plan)',
    'core group',
    'section 47',
    'section 17',
    'kinship',
    'independent reviewing officer',
    'lac review',
    'family support worker',
    'family (?:help|assessment) (?:worker|team)',
    'letterbox contact',
    'setting up home',
    'children with disabilities',
    'short breaks?',
    'social worker (?:for|came about) (?:the|my) (?:children|kids|son|daughter)',
    "(?:the |my )?(?:children's|kids'|son's|daughter's|girls'|boys'|child's|grandson's|granddaughter's) social worker",
    "children's home",
    'strategy meeting',
    'care (?:proceedings|order)',
    'section 7 report',
  ),
  wording(
    2,
    '(?:the|my|her|his|our|a|new) social workers?',
    'social services',
    'placement',
    'placed with',
    'my (?:kids|children)',
    'the children',
    'allowance',
    'contact (?:with|is|was|has)',
    'mash',
    'advocate',
  ),
  wording(-3, "(?:my|our) (?:mum|mother|dad|father|nan|husband|wife)'?s? (?:social worker|care)", 'adult social', 'care home'),
];

/** About social care for a child or a family, which goes to the right team under its own procedure. */
export function aboutChildrensSocialCare(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'children-social-care' }, 'section 11', wordings, message.said);
}
