import { withAdditions } from '../domain/calendar/additions.ts';
import { type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { faultInProposal, type HolidayVerdict, judged, type Proclaimed, type ProposedHoliday } from '../domain/registers/bank-holidays.ts';
import { mayNotUse } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type HolidayDeps = Pick<World, 'rules' | 'now' | 'log'> & { readonly store: Pick<CaseStore, 'calendar' | 'staff'> };

/** The list as it counts now, and every day that somebody entered; read anew, since an officer must see what they have just done. */
export type BankHolidays = { readonly calendar: Calendar; readonly proclaimed: readonly Proclaimed[] };

export type HolidayEntered =
  | { readonly kind: 'done' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'refused'; readonly why: string; readonly field?: keyof ProposedHoliday };

export async function listBankHolidays({ store, rules }: HolidayDeps): Promise<BankHolidays> {
  const [additions, proclaimed] = await Promise.all([store.calendar.additions(), store.calendar.proclaimed()]);
  return { calendar: withAdditions(rules.calendar, additions), proclaimed };
}

/** Enters a bank holiday that was proclaimed late. It counts once another officer has approved it (decision 16). */
export async function proposeBankHoliday(deps: HolidayDeps, by: Officer, { date, name, source }: ProposedHoliday): Promise<HolidayEntered> {
  const barred = await mayNotUse(deps, by, 'enter-bank-holiday');
  if (barred) return { kind: 'refused', why: barred };
  const at = deps.now();
  const proposal = { date, name: name.trim(), source: source.trim() };
  const fault = faultInProposal(proposal, { ...(await listBankHolidays(deps)), today: londonDateOf(at) });
  if (fault) return { kind: 'refused', why: fault.refused, field: fault.field };
  const kept = await deps.store.calendar.propose({ ...proposal, proposedBy: by, proposedAt: at, standing: { kind: 'proposed' } });
  return { kind: kept === 'proposed' ? 'done' : 'overtaken' };
}

/** Approves or rejects what another officer entered. From an approval on every date is counted with it; open cases are told by the next sweep. */
export async function judgeBankHoliday(deps: HolidayDeps, by: Officer, date: LocalDate, verdict: HolidayVerdict): Promise<HolidayEntered> {
  const barred = await mayNotUse(deps, by, 'enter-bank-holiday');
  if (barred) return { kind: 'refused', why: barred };
  const { calendar, proclaimed } = await listBankHolidays(deps);
  const proposal = proclaimed.find((one) => one.date === date);
  if (!proposal) return { kind: 'overtaken' };
  const number = (calendar.additions?.length ?? 0) + 1;
  const decided = judged(proposal, verdict, { by, at: deps.now(), calendar, number });
  if ('refused' in decided) return { kind: 'refused', why: decided.refused };
  const kept = await deps.store.calendar.decide(decided);
  if (kept === 'decided') deps.log('bank-holiday-decided', { date, verdict: verdict.kind });
  return { kind: kept === 'decided' ? 'done' : 'overtaken' };
}
