import type { Story } from '../story.ts';

/** What came in today, and what came in before and nobody has read yet. */
export const thisMorning: readonly Story[] = [
  // Possible harm that nobody has taken.
  {
    on: 'tue 3',
    arrives: {
      by: 'email',
      from: 'Nell Ashby <nell.ashby@mailbox.example>',
      subject: 'gas',
      text: 'There is a smell of gas in the stairwell at Penrose House again and the meter cupboard door is hanging off. I rang the repairs line last night and they said up to 24 hours. There are babies in this block. I am scared to go to sleep.',
    },
  },
  // Names a case that is not ours.
  {
    on: 'mon 3',
    arrives: {
      by: 'email',
      from: 'Leonard Askew <leonard.askew@mailbox.example>',
      subject: 'Still waiting: LBC-2024-004411',
      text: 'I have had no answer to my complaint LBC-2024-004411 about the garages in Runley Road. It has been months. Please tell me what is going on. L. Askew',
    },
  },
  // Untriaged since Friday: overdue.
  {
    on: 'fri 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The polling station letter for my street sends us to a school that was knocked down in the spring. I am told the new one is on your website. My father is 88 and is not on your website.',
        name: 'Philippa Grange',
        reachBy: ['email'],
        email: 'philippa.grange@resident.example',
      },
    },
  },
  {
    on: 'mon 3',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'Complaint about the school bus. It comes at 7.40 or 8.15 or not at all. My girl has an education, health and care plan that says she must not wait outside alone. I have given up my job to stand with her. The transport office says it is the operator. The operator says it is the transport office.',
        outcomeSought: 'One bus, one time, one person who answers.',
        name: 'Danuta Fell',
        reachBy: ['email'],
        email: 'danuta.fell@resident.example',
      },
    },
  },
  {
    on: 'tue 3',
    arrives: {
      by: 'form',
      answers: {
        whatHappened: 'street light out outside 88 Dallow Road, third one along from the chip shop. ta',
        name: 'Bash',
        reachBy: ['email'],
        email: 'bash@resident.example',
      },
    },
  },
  {
    on: 'tue 3',
    arrives: {
      by: 'email',
      from: 'Constance Iredale <constance.iredale@mailbox.example>',
      subject: 'Tree roots and your letter of the 4th',
      text: 'Dear Sirs,\n\nI refer to your letter of the 4th, in which you say that the roots of your lime tree "are not known to be in contact" with my wall. They are in contact with my wall. They are in contact with my kitchen. I enclose nothing, as your scanner appears to lose whatever I enclose, but I invite any of you to tea, and to put a finger in the crack.\n\nI asked for an inspection in April, June and September. I now complain.\n\nConstance Iredale',
    },
  },
  {
    on: 'tue 3',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'i want to complain about the parking permit website it logged me out 4 times & lost my photos each time. i am dyslexic so typing it all again takes me an hour. please can someone just ring me',
        name: 'Rhys Tanner',
        reachBy: ['telephone'],
        telephone: '07700 900164',
        telephoneFor: ['call', 'message'],
        adjustments: 'Ring me rather than write. Short sentences if you have to write.',
      },
    },
  },
  {
    on: 'tue 3',
    arrives: {
      by: 'call',
      caller: '01632 960190',
      said: "Hi it's Femi Balogun, 16 Leagrave Road. I've paid for a bulky collection twice and nobody's come for the sofa either time, it's been in the front garden three weeks and it's been rained on. I want my thirty pounds back and I want to complain. 07700 900190. Cheers.",
    },
  },
];
