import type { OfficerCommand } from '../../../domain/cases/possible.ts';
import { withLargeLetter } from '../../../domain/first-letter.ts';
import type { NoticeKind, SectionName } from '../../../domain/notices/notice.ts';
import { type SectionCheck, sectionChecks } from '../../../domain/notices/sections.ts';

// Which forms write a letter to a person, and which of their fields say what the letter must say. What no field says, the service writes.

/** The answer to a form: what stands in each field. */
export type Values = Readonly<Record<string, string>>;

/**
 * Fields that say a section. All of the words of `fields` are needed; a word is the name of a field, or several with `|` between them, of which one is
 * enough. Also read by the page's script.
 */
type Composed = { readonly kind: NoticeKind; readonly fields: Readonly<Partial<Record<SectionName, string>>> };

const response: Composed = {
  kind: 'response',
  fields: {
    decision: 'decision',
    reasons: 'reasons-1',
    remedy: 'remedy|remedy-what-1|notNeeded-remedy',
  },
};

const composed: Readonly<Partial<Record<OfficerCommand, Composed>>> = {
  acknowledge: { kind: 'acknowledgement', fields: { definition: 'definition' } },
  respond: response,
  'acknowledge-and-respond': { ...response, fields: { ...response.fields, definition: 'definition' } },
  extend: { kind: 'extension', fields: { 'new-date': 'workingDays', reasons: 'reason' } },
  decline: {
    kind: 'not-accepted',
    fields: { reasons: 'facts', weighed: 'discretion', alternative: 'alternative', ombudsman: 'ombudsman' },
  },
  'decline-stage-two': { kind: 'stage-two-declined', fields: { reasons: 'facts', weighed: 'discretion' } },
  'record-service-request': { kind: 'service-request-recorded', fields: {} },
  'answer-service-request': { kind: 'service-request-answer', fields: {} },
  'hand-over': { kind: 'handed-over', fields: {} },
  signpost: { kind: 'signposted', fields: {} },
  'thank-for-feedback': { kind: 'feedback-thanks', fields: {} },
  'ask-clarification': { kind: 'clarification', fields: {} },
  'amend-definition': { kind: 'definition-amended', fields: {} },
  'send-update': { kind: 'update', fields: {} },
  'answer-chaser': { kind: 'chaser-answer', fields: {} },
  'promise-remedy': { kind: 'remedy-promised', fields: {} },
  'change-remedy-date': { kind: 'remedy-late', fields: {} },
  'record-remedy-undeliverable': { kind: 'remedy-undeliverable', fields: {} },
  'refuse-authority': { kind: 'authority-refused', fields: {} },
  'add-point': { kind: 'issue-joined', fields: {} },
};

/** Whether the form writes a letter, which can be looked at before it is sent. */
export function writesLetter(action: OfficerCommand): boolean {
  return composed[action] !== undefined;
}

/** `needs`: the fields that say it, for the page's script; absent where the service writes it. */
export type ChecklistRow = Pick<SectionCheck, 'section' | 'what' | 'there'> & { readonly needs?: string };

/** What the letter of this form must say, and whether it is there. `points`: how many have reasons of their own. */
export function checklistOf(action: OfficerCommand, values: Values, points: number): readonly ChecklistRow[] {
  const letter = composed[action];
  if (!letter) return [];
  return sectionChecks(letter.kind, []).map(({ section, what: words }) => {
    const what = withLargeLetter(words);
    const needs = needsOf(letter, section, points);
    return needs === undefined ? { section, what, there: true } : { section, what, there: isThere(needs, values), needs };
  });
}

function needsOf({ kind, fields }: Composed, section: SectionName, points: number): string | undefined {
  if (kind === 'response' && section === 'reasons')
    return Array.from({ length: Math.max(1, points) }, (_, index) => `reasons-${index + 1}`).join(' ');
  return fields[section];
}

function isThere(needs: string, values: Values): boolean {
  return needs.split(' ').every((group) => group.split('|').some((name) => (values[name] ?? '').trim() !== ''));
}
