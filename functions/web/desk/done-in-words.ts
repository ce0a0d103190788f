import type { ShownCase } from '../../app/show-case.ts';
import { officerAction } from '../../contracts/desk-forms.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { isForResident } from '../../domain/notices/notice.ts';
import { numberInId } from '../../domain/notices/notice-id.ts';
import { doneNames, toldNames, waitsForSecondPerson } from './action-words.ts';
import { officerOf } from './next-step.ts';

/** What led to the case page, in words: said once above it, and true of what really goes out. `name` comes from the address, `subject` is who did it. */
export function doneInWords(shown: ShownCase, name: string | null, subject: string): string | undefined {
  if (name === 'logged') return 'Logged. Its receipt is on its way, if there is a safe way to send one: see What happened';
  if (name === 'added') return 'Added to this case';
  if (name === 'merged') return 'Put together. Both files say so: see What happened';
  if (name === 'taken-back') return 'Taken back. Nothing was sent, and what you wrote stands in its form again';
  const done = officerAction.safeParse(name);
  if (!done.success) return undefined;
  const { state } = shown;
  if (state.proposal?.what === done.data) return waitsForSecondPerson;
  const officer = officerOf(state);
  if (done.data === 'allocate' && officer) return `Allocated to ${officer.name}`;
  return [doneNames[done.data], whoIsTold(shown, done.data, subject)].filter((part) => part !== undefined).join('. ');
}

/** Whether somebody is told is seen by the letters that it caused, and not by what it mostly does. */
function whoIsTold(shown: ShownCase, done: OfficerCommand, subject: string): string | undefined {
  const told = toldNames[done];
  if (told === undefined) return undefined;
  const letters = lettersOfTheirLastAct(shown, subject);
  if (letters.some(({ to }) => to.by === 'email')) return told;
  return letters.length > 0 ? 'Their letter is to be printed and posted' : 'No letter goes to the person';
}

/** Machines may have written since. */
function lettersOfTheirLastAct({ events, notices }: ShownCase, subject: string) {
  const last = events.findLast(({ by }) => by.kind === 'officer' && by.subject === subject)?.commandId;
  return notices.filter(({ id, kind }) => {
    const number = numberInId(id);
    return isForResident(kind) && number !== undefined && events[number - 1]?.commandId === last;
  });
}
