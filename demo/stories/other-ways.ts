import { accepted, acknowledged, allocated, spoke } from '../steps.ts';
import type { Story } from '../story.ts';

/** Not accepted, passed to others, withdrawn, together with others; and mail that is none. */
export const otherWays: readonly Story[] = [
  // Not accepted: proposed and approved.
  {
    on: 'mon 1',
    arrives: {
      by: 'email',
      from: 'Clive Mortlock <clive.mortlock@mailbox.example>',
      subject: 'The 2022 resurfacing',
      text: 'In May 2022 your contractor tarred over my drain cover. I knew at once and decided not to make a fuss. I have now decided to make one. I wish to complain about events of May 2022.',
    },
    steps: [
      {
        on: 'mon 1',
        by: 'tom.ferris',
        does: 'decline',
        answers: {
          ground: 'out-of-time',
          'knownOn-day': '16',
          'knownOn-month': '5',
          'knownOn-year': '2022',
          goesOn: 'no',
          facts: 'The work was done in May 2022, and you knew of it then. That is more than twelve months ago.',
          discretion:
            'You gave no reason for waiting, and the contractor’s records of that year are gone. If the drain were blocked today we would look at it.',
          alternative: 'If the drain does not run, report it as a repair and we will uncover it.',
          ombudsman: 'LGSCO',
        },
      },
      { on: 'tue 1', by: 'grace.okoro', does: 'approve' },
    ],
  },
  // Not accepted: waits for a second person.
  {
    on: 'mon 3',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'You decided my complaint about the fence in the spring and the Ombudsman agreed with you. You are both wrong. I want a new investigation with a different answer.',
        name: 'Ernest Platt',
        reachBy: ['email'],
        email: 'ernest.platt@resident.example',
      },
    },
    steps: [
      {
        on: 'mon 3',
        by: 'tom.ferris',
        does: 'decline',
        answers: {
          ground: 'already-considered',
          facts: 'We answered the same complaint in full in the spring, and the Ombudsman looked at it and agreed.',
          discretion: 'We looked for anything new in what you wrote and found none.',
          alternative: 'If something new has happened with the fence, tell us what and when.',
          ombudsman: 'HOS',
        },
      },
    ],
  },
  // A school decides for itself.
  {
    on: 'tue 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'My son is being bullied at his primary school and the head has stopped answering me. I want to complain about the school.',
        name: 'Shanice Walcott',
        reachBy: ['email'],
        email: 'shanice.walcott@resident.example',
      },
    },
    steps: [
      { on: 'tue 1', by: 'tom.ferris', does: 'take-harm' },
      {
        on: 'tue 1',
        by: 'tom.ferris',
        does: 'signpost',
        answers: {
          to: 'school',
          extent: 'whole',
          reasons: 'By law a school deals with complaints about itself, and its governing body decides.',
          howToReach:
            'Write to the chair of governors at the school’s own address, marked “complaint”. The school’s website has its complaints procedure.',
          whatToDo: 'Ask the school for its policy on bullying as well. Family support in the library can sit down with you.',
        },
      },
    ],
  },
  // His own file: handed over, not confirmed yet.
  {
    on: 'fri 2',
    arrives: {
      by: 'email',
      from: 'Stefan Marin <stefan.marin@mailbox.example>',
      subject: 'My data',
      text: 'Under the GDPR please send me everything you hold about me since 2015 including emails between officers. You have one month. Stefan Marin',
    },
    steps: [
      {
        on: 'fri 2',
        by: 'amina.yusuf',
        does: 'hand-over',
        answers: {
          to: 'subject-access',
          extent: 'whole',
          receivedOn: { day: 'fri 2' },
          reasons: 'It asks for the data that we hold about the person.',
          told: 'The information governance team answers you within one month of the day on which you wrote.',
        },
      },
    ],
  },
  // Withdrawn.
  {
    on: 'wed 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The pool at the leisure centre was freezing and the showers were cold. I complained to the desk and they gave me a leaflet.',
        name: 'Otto Brandt',
        reachBy: ['email'],
        email: 'otto.brandt@resident.example',
      },
    },
    steps: [
      accepted('wed 1', 'leisure-culture'),
      allocated('wed 1', 'leisure-culture', 'tom.ferris'),
      {
        on: 'mon 2',
        writes:
          'Hello, please stop my complaint. The manager rang me herself, said sorry and it was warm on Saturday. No need for anything else. I want to withdraw it. Otto',
      },
      { on: 'mon 2', by: 'tom.ferris', does: 'mark-read' },
      {
        on: 'mon 2',
        by: 'tom.ferris',
        does: 'withdraw',
        answers: { howWeKnow: 'He wrote on Monday that the manager rang him and that he needs nothing else.' },
      },
    ],
  },
  // Several people, one investigation.
  {
    on: 'thu 1',
    arrives: {
      by: 'email',
      from: 'Margaret Hale <margaret.hale@mailbox.example>',
      subject: 'Closure of Marsh Farm library, on behalf of all of us',
      text: 'We the undersigned complain that the library was shut for five weeks with a notice that said "two". The homework club had nowhere to go. We asked for the reason in writing and had a tweet.\n\nMargaret Hale\nKen Obi (ken.obi@mailbox.example)\nMary Lane',
    },
    steps: [
      accepted('thu 1', 'leisure-culture'),
      {
        on: 'thu 1',
        by: 'tom.ferris',
        does: 'record-group',
        answers: { members: 'Ken Obi, ken.obi@mailbox.example\nMary Lane, post: 8 High Street, Luton' },
      },
      allocated('fri 1', 'leisure-culture', 'tom.ferris'),
      acknowledged(
        'mon 2',
        'tom.ferris',
        'The library was closed for five weeks instead of two, and you were not told why.',
        'The reason, in writing.',
      ),
      spoke('tue 2', 'tom.ferris', 'Mrs Hale speaks for all three. They would like to be asked before the next closure.'),
    ],
  },
  // Spam by its verdict: held for a person.
  {
    on: 'tue 3',
    arrives: {
      by: 'email',
      from: 'Premier Surfacing <offers@premier-surfacing.example>',
      subject: 'RE: RE: your driveway approval',
      text: 'Dear Homeowner you have been APPROVED for a tarmac drive at no cost today only reply YES',
      headers: { 'X-SES-Spam-Verdict': 'FAIL' },
    },
  },
  // An answering machine of a mailbox.
  {
    on: 'wed 2',
    arrives: {
      by: 'email',
      from: 'Contact Us <no-reply@trader.example>',
      subject: 'Out of office: Re: your complaint',
      text: 'Thank you for your email. I am away until Monday and will reply on my return.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    },
  },
];
