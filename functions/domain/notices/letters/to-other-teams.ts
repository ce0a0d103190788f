import { inWords, type LocalDate, londonClockOf, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import type { HazardKind } from '../../cases/hazard/hazard.ts';
import { theirProcedures } from '../../policy/receiving-teams.ts';
import { englishLetters } from '../../words/letter-words.ts';
import type { Letter } from '../notice.ts';
import { type NoticeContext, toldDay } from '../parts.ts';

// Mail to teams of the council: reference, dates and link (decision 32).

/**
 * The team that takes over hears of it at once: what is theirs, the day that counts, and by when they say that they have it (duty D12). `number`: of the
 * event, which its deadline bears.
 */
export function toReceivingTeam(state: CaseState, said: EventOf<'handed-over'>, number: number, context: NoticeContext): Letter {
  const { council, publicUrl, deadlines } = context;
  const { teamName, teamMailbox } = council.complaints;
  const due = toldDay(deadlines, 'hand-over', number);
  const by = due && inWords(due);
  const when = by ? `by ${by}` : 'as soon as you can';
  return {
    subject: `${state.reference}: handed over to you, please confirm ${when}`,
    blocks: [
      {
        paragraph: `${said.part === undefined ? 'This case' : 'Part of this case'} is for you: ${englishLetters.t(theirProcedures[said.to].as)}.`,
      },
      {
        terms: [
          { term: 'Reference', detail: state.reference },
          { term: 'Received by the council on', detail: inWords(said.receivedOn) },
          ...(by ? [{ term: 'Please confirm by', detail: by }] : []),
          { term: 'Source', detail: theirProcedures[said.to].source },
        ],
      },
      {
        paragraph: `The person need not send it again, and the day on which the council received it counts. Please read it and tell the ${teamName} at ${teamMailbox} ${when} that you have it, or that it is not for you.`,
      },
      ...(by
        ? [{ paragraph: 'If nobody has told us by then, the Head of Customer Service and Complaints hears of it on the next working day.' }]
        : []),
      ...(said.part !== undefined ? [{ paragraph: 'Which part it is stands on its page, under “Handed over”:' }] : []),
      { paragraph: `${publicUrl}/desk/cases/${state.reference}` },
    ],
  };
}

const hazardInWords: Readonly<Record<HazardKind, string>> = {
  emergency: 'an emergency hazard in a council home. It must be investigated and made safe within 24 hours of the moment below',
  significant: 'a significant hazard in a council home, such as damp and mould. It must be investigated within 10 working days',
};

/** To Repairs at once, at any hour; the complaint goes on beside it (duty D16). */
export function hazardToRepairs(state: CaseState, said: EventOf<'hazard-started'>, { publicUrl }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: hazard in a council home, please act now`,
    blocks: [
      { paragraph: `A case speaks of ${hazardInWords[said.kind]}.` },
      {
        terms: [
          { term: 'Reference', detail: state.reference },
          { term: 'The council became aware', detail: `${inWords(londonDateOf(said.awareAt))} at ${londonClockOf(said.awareAt)}` },
        ],
      },
      { paragraph: `${publicUrl}/desk/cases/${state.reference}` },
    ],
  };
}

/** Details that are old may be wrong, and people rely on them (duty D14). */
export function contactsToCheckLetter(old: readonly { readonly name: string; readonly checkedOn: LocalDate }[], publicUrl: string): Letter {
  return {
    subject: 'Contact details in our letters that must be checked again',
    blocks: [
      { paragraph: 'Nobody has checked these contact details for more than 90 days. Please have them compared with their source.' },
      { terms: old.map(({ name, checkedOn }) => ({ term: name, detail: `checked on ${inWords(checkedOn)}` })) },
      { paragraph: `${publicUrl}/desk` },
    ],
  };
}
