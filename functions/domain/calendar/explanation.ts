import { inShort, type LocalDate } from './local-date.ts';
import { type BeyondCalendar, type Count, type Holiday, isBeyond } from './working-days.ts';

/** A longer count shows its first three days and its last two. */
const shownInFull = 10;

/** For people: "5 working days from Fri 18 Dec 2026: Mon 21, Tue 22, Wed 23, Thu 24, Tue 29; 25 and 28 Dec are bank holidays". */
export function explainCount(count: Count | BeyondCalendar): string {
  if (isBeyond(count))
    return `cannot be counted: the bank holidays ${count.side} ${dayMonthYear(count.beyond)} are not known${count.side === 'after' ? ' yet' : ''}`;
  const [first] = count.counted;
  if (first === undefined) return `on ${inShort(count.from)} itself`;
  const number = count.counted.length === 1 ? '1 working day' : `${count.counted.length} working days`;
  const days = `${number} ${first < count.from ? 'before' : 'from'} ${inShort(count.from)}: ${listOfDays(count).join(', ')}`;
  return count.skipped.length === 0 ? days : `${days}; ${bankHolidays(count.skipped)}`;
}

/** Weekday and day of the month; the month too where it is not the month of the day before it in the list. */
function listOfDays({ from, counted }: Count): readonly string[] {
  const shown = counted.length > shownInFull ? [...counted.slice(0, 3), undefined, ...counted.slice(-2)] : counted;
  let month = from.slice(0, 7);
  return shown.map((date) => {
    if (date === undefined) return '…';
    const sameMonth = date.slice(0, 7) === month;
    month = date.slice(0, 7);
    return sameMonth ? weekdayAndDay(date) : `${weekdayAndDay(date)} ${monthName(date)}`;
  });
}

function bankHolidays(skipped: readonly Holiday[]): string {
  const inOrder = skipped.map(({ date }) => date).sort();
  const months = [...new Set(inOrder.map((date) => date.slice(0, 7)))];
  const groups = months.map((month) => {
    const days = inOrder.filter((date) => date.startsWith(month));
    return `${listed(days.map(dayOfMonth))} ${days.slice(0, 1).map(monthName).join('')}`;
  });
  return `${listed(groups)} ${inOrder.length === 1 ? 'is a bank holiday' : 'are bank holidays'}`;
}

function listed(items: readonly string[]): string {
  const last = items.slice(-1).join('');
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function weekdayAndDay(date: LocalDate): string {
  return inShort(date).split(' ').slice(0, 2).join(' ');
}

function monthName(date: LocalDate): string {
  return inShort(date).split(' ').slice(2, 3).join(' ');
}

function dayMonthYear(date: LocalDate): string {
  return inShort(date).split(' ').slice(1).join(' ');
}

function dayOfMonth(date: LocalDate): string {
  return String(Number(date.slice(8)));
}
