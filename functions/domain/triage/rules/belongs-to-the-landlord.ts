import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'council (?:tenant|tenancy|flat|house|property)',
    'repairs?',
    'tenan(?:t|ts|cy)',
    'leasehold(?:er)?',
    'service charge',
    'rent(?: arrears)?',
    'boiler',
    'damp',
    'mould',
    'heating',
    'hot water',
    'caretaker',
    'communal',
    'radiator',
    '(?:my|the|your) block',
    '(?:kitchen|bathroom|window|door|ceiling|lift)',
    'sheltered',
    'housing officer',
  ),
];

/** About the council as landlord: the Housing Ombudsman is the one who looks at it. */
export function belongsToTheLandlord(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'ombudsman', ombudsman: 'HOS' }, 'section 12', wordings, message.said);
}
