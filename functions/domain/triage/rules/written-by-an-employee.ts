import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    5,
    'my (?:line )?manager',
    'grievance',
    'payroll',
    "(?:i am|i'm|im) (?:a|an|one of your|employed) (?:council |luton )?(?:employee|caretaker|care assistant|customer assistant|member of staff|social worker|loader|driver|cleaner|gardener|(?:\\w+ )?(?:officer|assistant|operative)) (?:for|at|in|with|on|employed)",
    "i(?:'ve| have)? work(?:ed)? (?:for|on|in|at) (?:you|the council|luton council|your|the (?:bins|depot|parks|crew|library|contact centre|call centre))",
    'i work (?:for|on|at|in)',
    'annual leave',
    '(?:my|the|our) rota',
    'overtime',
    'my (?:hours|shifts?|contract|grade|wages|pay ?slip|payslip|appraisal|probation|redundancy)',
    'sick pay',
    'staff (?:no|number)',
    'flexible working',
    'hr',
    'occupational health',
    'union rep',
    'my (?:supervisor|team leader)',
    'unpaid',
  ),
  wording(-5, 'my (?:support|care|social|key) worker', 'rent', 'tenant', "(?:i am|i'm|im) a resident", 'as a resident'),
];

/** One of our own staff about their pay, manager or working life, which has procedures of its own. */
export function writtenByAnEmployee(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'employment' }, 'section 3', wordings, message.said);
}
