import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { conflictKinds } from '../domain/cases/allocation/conflict.ts';
import type { Contractor } from '../domain/cases/allocation/contribution.ts';
import type { Command } from '../domain/cases/command.ts';
import { isEmailAddress } from '../domain/intake/email-address.ts';
import { chosenOfficer, chosenService, wrongEmail } from './form-choices.ts';
import { readDay } from './form-dates.ts';
import { commandOf, errorsOf, maybe, needed, type Read, readAnswers, typedFields } from './form-fields.ts';

// Who looks into a case, who takes no part in it, and which services add to its answer.

export function readAllocation(form: URLSearchParams, staff: readonly Officer[]): Read<Command> {
  const read = readAnswers(
    z.object({ service: chosenService('Choose the service that will lead'), officer: z.string(), reason: maybe }),
    typedFields(form, 'service', 'officer', 'reason'),
  );
  const officer = chosenOfficer(form, 'officer', staff);
  const external = readExternal(form);
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...(officer ? [] : [{ field: 'officer', text: 'Choose an officer' }]),
    ...('errors' in external ? external.errors : []),
  ];
  if ('errors' in read || 'errors' in external || !officer) return { errors };
  const { service, reason } = read.answers;
  return { answers: { type: 'allocate', service, officer, reason, external: external.answers } };
}

/** All of it or nothing: without a name nobody outside looks into it. */
function readExternal(form: URLSearchParams) {
  const typed = typedFields(form, 'externalName', 'externalOrganisation', 'externalReasons');
  if (Object.values(typed).every((words) => words.trim() === '')) return { answers: undefined };
  const read = readAnswers(
    z.object({
      externalName: needed('Enter the name of the external investigator'),
      externalOrganisation: needed('Enter the organisation that they work for'),
      externalReasons: needed('Give the reasons for an external investigator'),
    }),
    typed,
  );
  if ('errors' in read) return read;
  const { externalName: name, externalOrganisation: organisation, externalReasons: reasons } = read.answers;
  return { answers: { name, organisation, reasons } };
}

export function readConflict(form: URLSearchParams, staff: readonly Officer[]): Read<Command> {
  const read = readAnswers(
    z.object({ kind: z.enum(conflictKinds, 'Choose why they take no part'), because: needed('Say in a few words what the conflict is') }),
    typedFields(form, 'kind', 'because'),
  );
  const officer = chosenOfficer(form, 'officer', staff);
  const errors = [...(officer ? [] : [{ field: 'officer', text: 'Choose who takes no part' }]), ...('errors' in read ? read.errors : [])];
  if ('errors' in read || !officer) return { errors };
  return { answers: { type: 'record-conflict', officer, ...read.answers } };
}

export function readConflictRemoved(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ subject: needed('Choose who may take part again'), because: needed('Say why they may take part') }),
    typedFields(form, 'subject', 'because'),
  );
  return commandOf(read, (answers) => ({ type: 'remove-conflict', ...answers }));
}

export function readContribution(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({
      service: chosenService('Choose the service to ask'),
      question: needed('Say what that service should answer'),
      excerpt: maybe,
    }),
    typedFields(form, 'service', 'question', 'excerpt'),
  );
  const due = readDay(form, 'due', 'Enter the date by which you need it', { from: today });
  const contractor = readContractor(form);
  if ('errors' in read || 'errors' in due || 'errors' in contractor) return { errors: errorsOf(read, due, contractor) };
  return { answers: { type: 'ask-contribution', due: due.answers, ...read.answers, contractor: contractor.answers } };
}

/** Both or neither: without them the service's own mailbox is asked. */
function readContractor(form: URLSearchParams): Read<Contractor | undefined> {
  const typed = typedFields(form, 'contractorName', 'contractorEmail');
  if (Object.values(typed).every((words) => words.trim() === '')) return { answers: undefined };
  const read = readAnswers(
    z.object({
      contractorName: needed('Enter the name of the contractor'),
      contractorEmail: needed('Enter the email address of the contractor').check(z.refine(isEmailAddress, wrongEmail)),
    }),
    typed,
  );
  if ('errors' in read) return read;
  return { answers: { name: read.answers.contractorName, email: read.answers.contractorEmail } };
}

export function readContributionAnswer(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({
      number: z.coerce.number('Choose which part was answered').check(z.int(), z.gte(1, 'Choose which part was answered')),
      answer: needed('Write what the service answered'),
    }),
    typedFields(form, 'number', 'answer'),
  );
  return commandOf(read, (answers) => ({ type: 'record-contribution', ...answers }));
}
