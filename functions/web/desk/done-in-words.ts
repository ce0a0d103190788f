import type { ShownCase } from '../../app/show-case.ts';
import { officerAction } from '../../contracts/desk-forms.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { isForResident } from '../../domain/notices/notice.ts';
import { numberInId } from '../../domain/notices/notice-id.ts';
import { doneNames, toldNames, waitsForSecondPerson } from './action-words.ts';
import { officerOf } from './next-step.ts';
import { noWorkingDay } from './promised-days.ts';

/** What led to the case page, as its address names it: `act` is the id of the command, for what an officer did by the form of that name. */
export type WhatWasDone = { readonly name: string | null; readonly act: string | null };

/**
 * What led to the case page, in words: said above it, and true of what really goes out. Once an officer has done something else, nothing is said: the
 * page may be loaded again at any time, and the case is another one.
 */
export function doneInWords(shown: ShownCase, { name, act }: WhatWasDone): string | undefined {
  if (name === 'logged') return 'Logged. Its receipt is on its way, if there is a safe way to send one: see What happened';
  if (name === 'added') return 'Added to this case';
  if (name === 'merged') return 'Put together. Both files say so: see What happened';
  if (name === 'taken-back') return 'Taken back. Nothing was sent, and what you wrote stands in its form again';
  const done = officerAction.safeParse(name);
  if (!done.success || act === null || shown.events.findLast(({ by }) => by.kind === 'officer')?.commandId !== act) return undefined;
  const { state } = shown;
  if (state.proposal?.what === done.data) return waitsForSecondPerson;
  const officer = officerOf(state);
  if (done.data === 'allocate' && officer) return `Allocated to ${officer.name}`;
  const promised = noWorkingDay(shown.events.filter(({ commandId }) => commandId === act));
  return [doneNames[done.data], whoIsTold(shown, done.data, act), promised].filter((part) => part !== undefined).join('. ');
}

/** Whether somebody is told is seen by the letters that it caused, and not by what it mostly does. */
function whoIsTold(shown: ShownCase, done: OfficerCommand, act: string): string | undefined {
  const told = toldNames[done];
  if (told === undefined) return undefined;
  const letters = lettersOf(shown, act);
  if (letters.some(({ to }) => to.by === 'email')) return told;
  if (letters.length > 0) return 'Their letter is to be printed and posted';
  return `No letter goes to the ${done === 'refuse-authority' ? 'representative' : 'person'}`;
}

/** Machines may have written since. */
function lettersOf({ events, notices }: ShownCase, act: string) {
  return notices.filter(({ id, kind }) => {
    const number = numberInId(id);
    return isForResident(kind) && number !== undefined && events[number - 1]?.commandId === act;
  });
}
