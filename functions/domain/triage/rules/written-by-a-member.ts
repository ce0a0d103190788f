import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    'constituents?',
    'caseworker',
    'casework',
    '(?:member|house) of parliament',
    'mp for',
    '\\w+ mp',
    'office of \\w+ \\w+ mp',
    'house of commons',
    "(?:i am|i'm) (?:the |a |your )?(?:ward )?(?:councill?or|cllr|mp)",
    'ward (?:councill?or|member)',
    '(?:my|a|our) (?:ward )?residents? (?:of|has|have|in|at|who|mr|mrs|ms)',
    "member'?s? enquir(?:y|ies)",
    '(?:in|at|to) my (?:\\w+ )?surgery',
    'as (?:their|the|your|a) (?:ward )?(?:councill?or|member|mp)',
    'i represent',
    'councill?or \\w+ \\w+(?: ward)?$',
    'on behalf of (?:cllr|councill?or|\\w+ \\w+ mp)',
  ),
  wording(2, 'cllr', '(?:be )?grateful (?:if|for)', 'councill?or'),
  wording(
    -4,
    '(?:complain(?:t|ing)?|conduct) (?:about|of|against) (?:councill?or|cllr|a councill?or|my councill?or)',
    "(?:i(?:'ve| have)?|i) (?:told|copied|asked|emailed|contacted|written to|wrote to|spoken to|copying) (?:in )?(?:my|our|the|cllr|councill?or)",
  ),
];

/** An MP or a councillor, or their office, writes on a resident's behalf. It is the resident's complaint, on the same clocks. */
export function writtenByAMember(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'flag', flag: 'member-enquiry' }, 'section 4', wordings, [...message.said, message.signature]);
}
