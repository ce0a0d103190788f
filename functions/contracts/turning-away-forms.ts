import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/command.ts';
import { groundsNotToAccept } from '../domain/cases/turning-away/turning-away.ts';
import { signposts } from '../domain/policy/other-bodies.ts';
import { receivingTeams } from '../domain/policy/receiving-teams.ts';
import { readDay, typedDate } from './form-dates.ts';
import { commandOf, errorsOf, maybe, needed, type Read, readAnswers, typedFields, typedText } from './form-fields.ts';

// The reasoned forms by which a matter, or a part of it, goes another way (duty D3).

export function readHandOver(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({
      to: z.enum(receivingTeams, 'Choose the team'),
      reasons: needed('Give your reasons'),
      told: needed('Say who deals with it there and what the person can expect'),
    }),
    typedFields(form, 'to', 'reasons', 'told'),
  );
  const extent = readExtent(form);
  const received = readDay(form, 'receivedOn', 'Enter the date on which it reached us', { until: today });
  if ('errors' in read || 'errors' in extent || 'errors' in received) return { errors: errorsOf(read, extent, received) };
  return { answers: { type: 'hand-over', ...read.answers, ...extent.answers, receivedOn: received.answers } };
}

/** The hand-over is named by the number that the page showed. */
export function readHandOverConfirmed(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ number: which, by: needed('Give the name of whoever confirmed it') }),
    typedFields(form, 'number', 'by'),
  );
  const on = readDay(form, 'on', 'Enter the date on which they confirmed it', { until: today });
  if ('errors' in read || 'errors' in on) return { errors: errorsOf(read, on) };
  return { answers: { type: 'confirm-hand-over', ...read.answers, on: on.answers } };
}

export function readHandOverReturned(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ number: which, because: needed('Say why the other team does not take it') }),
    typedFields(form, 'number', 'because'),
  );
  return commandOf(read, (answers) => ({ type: 'return-hand-over', ...answers }));
}

export function readSignpost(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ to: z.enum(signposts, 'Choose who decides'), reasons: needed('Give your reasons'), whatToDo: maybe, howToReach: maybe }),
    typedFields(form, 'to', 'reasons', 'whatToDo', 'howToReach'),
  );
  const extent = readExtent(form);
  const letter = readDecisionLetter(form, today);
  if ('errors' in read || 'errors' in extent || 'errors' in letter) return { errors: errorsOf(read, extent, letter) };
  return { answers: { type: 'signpost', ...read.answers, ...extent.answers, ...letter.answers } };
}

export function readDecline(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({
      ground: z.enum(groundsNotToAccept, 'Choose the ground'),
      facts: needed('Give the facts'),
      discretion: needed('Say what speaks for accepting it, and why that did not outweigh the rest'),
      alternative: needed('Say what the person can do instead'),
      ombudsman: z.enum(['LGSCO', 'HOS', 'both'], 'Choose the Ombudsman'),
    }),
    typedFields(form, 'ground', 'facts', 'discretion', 'alternative', 'ombudsman'),
  );
  const outOfTime = typedText(form, 'ground') === 'out-of-time' ? readOutOfTime(form, today) : { answers: {} };
  if ('errors' in read || 'errors' in outOfTime) return { errors: errorsOf(read, outOfTime) };
  const { ombudsman, ...answers } = read.answers;
  const ombudsmen = ombudsman === 'both' ? (['LGSCO', 'HOS'] as const) : [ombudsman];
  return { answers: { type: 'decline', ...answers, ombudsmen, ...outOfTime.answers } };
}

export function readFeedback(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ thanks: needed('Write a sentence of thanks') }), typedFields(form, 'thanks'));
  return commandOf(read, (answers) => ({ type: 'thank-for-feedback', ...answers }));
}

const which = z.coerce.number('Choose what it is about').check(z.int('Choose what it is about'), z.gte(1, 'Choose what it is about'));

/** All of it, or the part that is named. */
function readExtent(form: URLSearchParams): Read<{ readonly part?: string }> {
  const extent = typedText(form, 'extent');
  const part = typedText(form, 'part').trim();
  if (extent === 'whole') return { answers: {} };
  if (extent !== 'part') return { errors: [{ field: 'extent', text: 'Choose whether it is all of it or one part' }] };
  return part === '' ? { errors: [{ field: 'part', text: 'Say which part' }] } : { answers: { part } };
}

/** A date is taken only from a letter that the officer says they have seen (duty D13). */
function readDecisionLetter(
  form: URLSearchParams,
  today: LocalDate,
): Read<{ readonly decisionLetter?: { readonly dated: LocalDate; readonly lastDay: LocalDate } }> {
  const dates = [typedDate(form, 'dated'), typedDate(form, 'lastDay')];
  if (!form.has('seen'))
    return dates.some((date) => Object.values(date).some((part) => part !== ''))
      ? { errors: [{ field: 'seen', text: 'Leave the dates empty, unless you have seen the decision letter' }] }
      : { answers: {} };
  const dated = readDay(form, 'dated', 'Enter the date on the decision letter', { until: today });
  const lastDay = readDay(form, 'lastDay', 'Enter the last day that the letter gives');
  if ('errors' in dated || 'errors' in lastDay) return { errors: errorsOf(dated, lastDay) };
  return { answers: { decisionLetter: { dated: dated.answers, lastDay: lastDay.answers } } };
}

function readOutOfTime(
  form: URLSearchParams,
  today: LocalDate,
): Read<{ readonly outOfTime: { readonly knownOn: LocalDate; readonly goesOn: boolean } }> {
  const known = readDay(form, 'knownOn', 'Enter the day on which it had happened and they knew of it', { until: today });
  const goesOn = readAnswers(
    z.object({ goesOn: z.enum(['yes', 'no'], 'Say whether anything of it still goes on') }),
    typedFields(form, 'goesOn'),
  );
  if ('errors' in known || 'errors' in goesOn) return { errors: errorsOf(known, goesOn) };
  return { answers: { outOfTime: { knownOn: known.answers, goesOn: goesOn.answers.goesOn === 'yes' } } };
}
