import { inWords } from '../../domain/calendar/local-date.ts';
import { callSoFar } from '../../domain/cases/call/after-a-call.ts';
import { type CallBackOutcome, callBackOutcomes } from '../../domain/cases/call/call.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { type Contact, type WayToReach, waysToReach } from '../../domain/intake/contact.ts';
import type { Heard, HeardDetails, Span, Voicemail, VoicemailReading } from '../../domain/intake/heard.ts';
import { callerNumber } from '../../domain/intake/voicemail.ts';
import { paths } from '../paths.ts';
import { momentInWords } from './words.ts';

const readingNames: Readonly<Record<VoicemailReading, string>> = {
  heard: 'A machine wrote down what it heard',
  silent: 'A machine heard next to nothing',
  doubtful: 'A machine was more often wrong than right',
  failed: 'No words could be made of this recording',
  missing: 'No words came for this recording',
};

const detailNames: Readonly<Record<keyof HeardDetails, string>> = {
  name: 'Name',
  telephone: 'Number',
  address: 'Address',
  postcode: 'Postcode',
  reference: 'Case number',
};

export type HeardInWords = { readonly term: string; readonly value: string; readonly quote: string; readonly unsure: boolean };

/** What a page shows of a recorded call, besides its words. `events`: those of its case, where it has one. */
export function callView(contact: Contact, voicemail: Voicemail, events: readonly CaseEvent[] = []) {
  const check = events.findLast((event) => event.type === 'transcript-checked' && event.contactId === contact.id);
  const { audioDeletedOn } = callSoFar(events, contact.id);
  return {
    reading: voicemail.typed
      ? `${voicemail.typed.by.name} listened and wrote this down ${momentInWords(voicemail.typed.at)}`
      : readingNames[voicemail.reading],
    doubtful: voicemail.doubtful.length > 0,
    number: callerNumber(contact.from.telephone),
    audio: audioDeletedOn ? undefined : paths.recording(contact.id),
    deletedOn: audioDeletedOn && inWords(audioDeletedOn),
    checked:
      check?.by.kind === 'officer' && !voicemail.typed
        ? `${check.by.name} listened and checked the words ${momentInWords(check.at)}`
        : undefined,
    corrected: check?.type === 'transcript-checked' ? check.corrected : undefined,
    covering: voicemail.covering,
    heard: heardDetails(contact.text, voicemail),
  };
}

/** What the caller seems to say of themselves, beside the words that say it. */
function heardDetails(text: string, { heard, doubtful }: Voicemail): readonly HeardInWords[] {
  return (['name', 'telephone', 'address', 'postcode', 'reference'] as const).flatMap((kind) => {
    const detail = heard[kind];
    return detail ? [{ term: detailNames[kind], ...inWordsOf(text, detail, doubtful) }] : [];
  });
}

function inWordsOf(text: string, { value, start, end }: Heard, doubtful: readonly Span[]) {
  return { value, quote: text.slice(start, end), unsure: doubtful.some((span) => span.start < end && span.end > start) };
}

/** What the form about the caller starts with: what was heard, for the officer to put right. Never a safe way: only the caller can say that. */
export function callerAsHeard(contact: Contact | undefined): Readonly<Record<string, string>> {
  const { name, telephone, address, postcode } = contact?.voicemail?.heard ?? {};
  return {
    name: contact?.from.name ?? name?.value ?? '',
    telephone: telephone?.value ?? callerNumber(contact?.from.telephone) ?? '',
    email: contact?.from.email ?? '',
    address: contact?.from.address ?? [address?.value, postcode?.value].filter((part) => part !== undefined).join('\n'),
  };
}

const wayChoices: Readonly<Record<WayToReach, string>> = { email: 'Email', telephone: 'Telephone', post: 'Post' };
const outcomeChoices: Readonly<Record<CallBackOutcome, string>> = {
  spoke: 'I spoke to them',
  'no-answer': 'Nobody answered, or I left a message to ring us',
  'no-number': 'There is no number that I can ring',
};

/** What the forms about a call offer. `ticked`: the ways in a form that came back; else those that the person called safe before. */
export function callChoices(contact: Contact | undefined, state: CaseState, ticked: readonly string[] | undefined) {
  const { heard, doubtful } = contact?.voicemail ?? { heard: {}, doubtful: [] };
  const words = (detail: Heard | undefined) => detail && inWordsOf(contact?.text ?? '', detail, doubtful);
  return {
    heard: { name: words(heard.name), telephone: words(heard.telephone), address: words(heard.address ?? heard.postcode) },
    ways: waysToReach.map((value) => ({ value, text: wayChoices[value], checked: (ticked ?? state.reachBy).includes(value) })),
    outcomes: callBackOutcomes.map((value) => ({ value, text: outcomeChoices[value] })),
  };
}
