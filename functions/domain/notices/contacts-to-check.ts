import type { CouncilFacts } from '../../../council/facts.ts';
import { addDays, dayOfWeek, daysBetween, type LocalDate, localDate } from '../calendar/local-date.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { detailsAgeDays, otherBodies, signposts } from '../policy/other-bodies.ts';
import type { Rules } from '../policy/rules.ts';
import { everyoneWith, type StaffMember } from '../staff/staff-member.ts';
import { englishLetters } from '../words/letter-words.ts';
import { contactsToCheckLetter } from './letters/to-other-teams.ts';
import type { PlannedNotice } from './notice.ts';

type Checked = { readonly name: string; readonly checkedOn: LocalDate };

/** What the Head is told on that London date: on the first working day of a week, every body whose details are too old (duty D14). */
export function oldDetailsOn(today: LocalDate, rules: Rules, council: CouncilFacts): readonly Checked[] {
  return isFirstWorkingDayOfWeek(today, rules)
    ? checkedDetails(council).filter(({ checkedOn }) => daysBetween(checkedOn, today) > detailsAgeDays)
    : [];
}

/** To whoever is Head; to the team where nobody is. */
export function contactsToCheckNotices(
  today: LocalDate,
  rules: Rules,
  staff: readonly StaffMember[],
  { council, publicUrl }: { readonly council: CouncilFacts; readonly publicUrl: string },
): readonly PlannedNotice[] {
  const heads = everyoneWith(staff, 'head-of-complaints');
  const team = { email: council.complaints.teamMailbox, name: council.complaints.teamName };
  const letter = contactsToCheckLetter(oldDetailsOn(today, rules, council), publicUrl);
  return (heads.length > 0 ? heads : [team]).map(({ email, name }, index) => ({
    id: `contacts-to-check-${index + 1}`,
    kind: 'contacts-to-check',
    to: { by: 'email', email, name },
    letter,
  }));
}

function checkedDetails({ ombudsmen }: CouncilFacts): readonly Checked[] {
  const named = [ombudsmen.LGSCO, ombudsmen.HOS].flatMap(({ name, checkedOn }) => {
    const on = localDate(checkedOn);
    return on ? [{ name, checkedOn: on }] : [];
  });
  const bodies = new Map(
    signposts.flatMap((key) => {
      const { body, details } = otherBodies[key];
      return details ? [[body, details.checkedOn] as const] : [];
    }),
  );
  return [...named, ...[...bodies].map(([body, checkedOn]) => ({ name: englishLetters.t(body), checkedOn }))];
}

function isFirstWorkingDayOfWeek(today: LocalDate, { calendar }: Rules): boolean {
  const before = Array.from({ length: dayOfWeek(today) - 1 }, (_, days) => addDays(today, -days - 1));
  return isWorkingDay(calendar, today) && !before.some((day) => isWorkingDay(calendar, day));
}
