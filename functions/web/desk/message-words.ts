import type { Question, WayToJoin } from '../../domain/cases/conversation/conversation.ts';
import type { AutomaticMail, HoldReason, TakesNoAnswer } from '../../domain/intake/contact.ts';
import type { FollowUpKind } from '../../domain/triage/follow-up-kinds.ts';

export const holdNames: Record<HoldReason, string> = {
  'spam-suspected': 'It may be spam',
  unreadable: 'We could not read it',
  encrypted: 'It is encrypted, so we could not read it. Ask the person to send it again as plain words, or by the form',
  'virus-found': 'It carried a virus',
  'needs-listening': 'A recorded call whose words could not be made out. Listen to it',
  'seems-automatic': 'It looked automatic, and an officer says that a person wrote it',
  'form-by-machine': 'The form was filled in faster than people do, or in a field that people do not see. A program may have sent it',
  'many-at-once': 'More complaints came from one email address or one place on the internet than we expect. They may all be real',
};

export const noAnswerNames: Record<TakesNoAnswer, string> = {
  'no-reply': 'The address that they wrote from takes no answers',
  list: 'They wrote through a mailing list, and an answer would go to everybody on it',
  'our-mailbox': 'A colleague passed this on from our own mailbox',
};

/** `Polish`, from its tag. */
export function languageInWords(tag: string): string {
  return new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? tag;
}

export const followUpNames: Record<FollowUpKind, string> = {
  chaser: 'Asks for news',
  'new-evidence': 'Adds something',
  correction: 'Corrects us',
  withdrawal: 'May want to withdraw',
  dissatisfaction: 'Not satisfied',
  'new-matter': 'May be another matter',
};

/** What an officer should do about each, in one sentence. */
export const followUpAdvice: Record<FollowUpKind, string> = {
  chaser: 'Answer within 1 working day.',
  'new-evidence': 'Pass it to whoever looks into the complaint.',
  correction: 'Check how we describe the complaint, and say so in the next letter. The dates do not move.',
  withdrawal: 'Make sure that they mean it, then record it: a letter confirms it. Safeguarding and promised remedies go on.',
  dissatisfaction:
    'After our response this is a request for stage two, however it is worded: acknowledge it within 5 working days. Before it, answer what they say. Where there was no complaint yet, this makes one, from the day it came.',
  'new-matter': 'Say whether it belongs to this case or is a complaint of its own.',
};

export const joinedNames: Record<WayToJoin, string> = {
  'status-page': 'written on the page that a link of ours opened',
  'reply-address': 'sent to this case’s own reply address',
  reference: 'an answer to a message of ours about this case',
  'case-number': 'names this case, and the sender’s address was confirmed',
  'same-message': 'the same message as one before',
  officer: 'put here by an officer',
};

export const automaticNames: Record<AutomaticMail, string> = {
  'auto-reply': 'An automatic reply',
  bounce: 'Returned mail',
  'our-own': 'Our own mail come back',
  voicemail: 'A voicemail by email; the call stands by itself',
};

export const questionNames: Record<Question['kind'], string> = { 'same-or-new': 'Same or new?', unmatched: 'Unmatched' };

export const questionReasonNames: Record<Question['because'], string> = {
  stranger: 'It carries the proof of a case, but its sender is nobody who writes in that case',
  'changed-subject': 'It has a subject that we do not know from this case',
  'new-matter': 'Its words speak of another matter',
  'several-cases': 'It belongs to more than one case of this person',
  'case-number': 'It names a case, but nothing proves that its sender may write into it',
  'reply-to-unknown': 'It looks like a reply, and we do not know to what',
  'passed-on': 'A colleague passed it on, and this person has a case already',
};
