import { hasRole } from '../../staff/staff-member.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn } from '../wording.ts';
import { readyToRecordConflict, readyToRemoveConflict } from './ready.ts';

/** The snapshot holds them all (a limit of ours). */
const longestNote = 200;

/** Anybody may say it, of themselves or of a colleague: it keeps them out from that moment. */
export function recordConflict(state: CaseState, command: CommandOf<'record-conflict'>, { today, staff }: Setting): Facts {
  const ready = readyToRecordConflict(state);
  if (isRefusal(ready)) return ready;
  const { kind, because } = command;
  const { subject, name } = command.officer;
  const { conflicts = [] } = ready;
  const before = conflicts.find((one) => one.subject === subject);
  if (before?.kind === kind || before?.kind === 'named') return refuse(`It is recorded already that ${name} takes no part.`);
  const fault = faultIn(because, longestNote, 'Say in a few words what the conflict is.');
  if (fault) return fault;
  const ofTheTeam = kind === 'named' && (hasRole(staff, subject, 'head-of-complaints') || hasRole(staff, subject, 'complaints-team'));
  const conflict = { kind, subject, name, because: because.trim(), on: today, ...(ofTheTeam && { ofTheTeam }) };
  return [{ type: 'conflict-recorded', conflict }];
}

/** The way back from a mistake; nobody lets themselves in again (duty D29). */
export function removeConflict(state: CaseState, { subject, because }: CommandOf<'remove-conflict'>, { by }: Setting): Facts {
  const ready = readyToRemoveConflict(state);
  if (isRefusal(ready)) return ready;
  const conflict = ready.conflicts?.find((one) => one.subject === subject);
  if (!conflict) return refuse('That conflict is not recorded.');
  if (by.kind === 'officer' && by.subject === subject) return refuse('It is about you: a colleague must remove it.');
  const fault = faultIn(because, longestNote, 'Say why they may take part.');
  return fault ?? [{ type: 'conflict-removed', subject, name: conflict.name, because: because.trim() }];
}
