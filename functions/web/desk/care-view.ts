import type { CaseState } from '../../domain/cases/case.ts';
import { isUnsettled } from '../../domain/cases/people/answered.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { languageOf } from '../../domain/notices/translated.ts';
import { english, type Language } from '../../domain/words/words.ts';
import { languageInWords, noAnswerNames } from './message-words.ts';
import { peopleCare } from './people-view.ts';
import { wayNames } from './words.ts';
import { waysToAsk, writtenForInWords } from './written-for.ts';

/** What an officer must know before touching the case: adjustments and safe contact (duties D6 and D7), and who speaks for whom (D18). */
export function careOf(state: CaseState, opening: Contact | undefined, offered: readonly Language[]) {
  const { complainant, reachBy, onBehalfOf } = state;
  const details = { email: complainant.email, telephone: complainant.telephone, post: complainant.address };
  const writtenFor = isUnsettled(state) ? onBehalfOf : undefined;
  const ways = reachBy.map((way) => `${wayNames[way]}${details[way] === undefined ? '' : `: ${details[way]}`}`);
  return {
    adjustments: state.adjustments ?? 'None asked for so far',
    language: whichLanguage(state, opening, offered),
    reachBy: ways.length > 0 ? ways : [state.callBack ? ringBack(opening) : notAskedYet(state) ? askFirst : noWay(opening)],
    onBehalfOf: writtenFor && {
      who: writtenForInWords(writtenFor, 'somebody they did not name'),
      ways: waysToAsk(writtenFor),
    },
    ...peopleCare(state),
  };
}

/** In which our letters go to them, where any language but English was ever spoken of; undefined where none was. */
function whichLanguage(state: CaseState, opening: Contact | undefined, offered: readonly Language[]): string | undefined {
  const tag = languageOf(state, 'response');
  const other = tag === english.tag ? undefined : tag;
  if (opening?.language === undefined && other === undefined) return undefined;
  const used = opening?.language ? `The form was filled in in ${languageInWords(opening.language)}. ` : '';
  const asked = 'Ask whether they need a translation or an interpreter.';
  if (other === undefined) return `${used}Our letters to them are in English alone. ${asked}`;
  const letters = offered.some((one) => one.tag === other)
    ? `Our letters to them come in ${languageInWords(other)} and in English; what you write stays in English.`
    : `${languageInWords(other)} is not offered at present, so our letters to them are in English alone.`;
  return `${used}${letters} ${asked}`;
}

/** The details of somebody whom another speaks for came from the other. */
function notAskedYet({ people, complainant }: CaseState): boolean {
  return people?.representative !== undefined && waysToAsk(complainant).length > 0;
}

const askFirst =
  'They have not told us which way is safe. To ask them, use only what you know to be safe, and say nothing of the complaint to anybody else';

/** Somebody who rang asks for an answer; whether it is safe to say more than who is calling, only they can tell (duty D6). */
function ringBack(opening: Contact | undefined): string {
  const number = opening?.from.telephone ?? opening?.voicemail?.heard.telephone?.value;
  return `Ring back${number === undefined ? ', if you can find a number' : ` on ${number}`}. Until you know who is speaking, say only that the council is returning a call`;
}

function noWay(opening: Contact | undefined): string {
  return opening?.takesNoAnswer
    ? `${noAnswerNames[opening.takesNoAnswer]}. Nothing has been sent: look in what they wrote for another way to reach them`
    : 'They gave no safe way. Do not write, ring or email; wait until they get in touch';
}
