import { inWords } from '../../domain/calendar/local-date.ts';
import { monthInWords, monthOf } from '../../domain/calendar/month.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import type { Evidence } from '../../domain/triage/suggestion.ts';
import { attachmentInWords } from './attachment-in-words.ts';
import { heardWords } from './heard-words.ts';
import { highlight } from './highlight.ts';
import { cameInWords } from './logged-in-words.ts';
import { languageInWords, noAnswerNames } from './message-words.ts';
import { personName } from './words.ts';

/** `evidence`: the words that led to a suggestion are marked. */
export function messageOf(contact: Contact, evidence: readonly Evidence[]) {
  return {
    heading: cameInWords(contact),
    from: personName(contact.from),
    subject: highlight(
      contact.subject ?? '',
      evidence.filter((found) => found.in === 'subject'),
    ),
    text: heardWords(
      contact.text,
      evidence.filter((found) => found.in === 'text'),
      contact.voicemail?.doubtful ?? [],
    ),
    cut: !contact.textComplete,
    firstKnown:
      contact.firstKnown &&
      (contact.firstKnownTo === 'month' ? `in ${monthInWords(monthOf(contact.firstKnown))}` : `on ${inWords(contact.firstKnown)}`),
    outcomeSought: contact.outcomeSought,
    unproven: contact.channel === 'email' && !contact.authenticated,
    automatic: contact.automatic !== undefined,
    noAnswer: contact.takesNoAnswer && noAnswerNames[contact.takesNoAnswer],
    language: contact.language && languageInWords(contact.language),
    attachments: contact.attachments.map(attachmentInWords),
  };
}
