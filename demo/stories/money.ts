import { accepted, acknowledged, allocated, answered, remedy, spoke, theOnlyOne } from '../steps.ts';
import type { Story } from '../story.ts';

/** Council tax, benefits, and waiting on the telephone. */
export const money: readonly Story[] = [
  // Possible harm at a weekend: told to whoever is on call, and taken.
  {
    on: 'sat 1',
    arrives: {
      by: 'email',
      from: 'Dean Rowley <dean.rowley@mailbox.example>',
      subject: 'bailifs',
      text: 'you sent bailifs to my door infront of my kids when i have a payment plan. i have PAID every month i have the texts. they said they will come back monday and take the telly and the bed. i cant do this any more i honestly dont see the point of being here. you people have done this to me',
    },
    steps: [
      { on: 'sat 1', by: 'amina.yusuf', does: 'take-harm' },
      accepted('mon 2', 'council-tax'),
      allocated('mon 2', 'council-tax', 'ruth.adeyemi'),
      acknowledged(
        'mon 2',
        'ruth.adeyemi',
        'Enforcement agents came to your home although you had paid every month of your plan.',
        'No more visits, and to know why they came.',
      ),
      {
        on: 'tue 2',
        by: 'imran.shah',
        does: 'rule-out-discrimination',
        answers: { because: '“You people” means the council here. Nothing he writes is about who he is.' },
      },
      spoke(
        'tue 2',
        'ruth.adeyemi',
        'I rang him on Saturday as well, when his sister was with him, and the visit was called off. His sister stays with him this week. He has seen his doctor. He would like letters to go by email only.',
      ),
    ],
  },
  // Answered after one letter that did both.
  {
    on: 'tue 1',
    arrives: {
      by: 'email',
      from: 'Violet Amponsah <violet.amponsah@mailbox.example>',
      subject: 'Complaint: single person discount',
      text: 'Good morning, my single person discount was taken off in April because "another adult is registered". The other adult is my cat. I filled in your survey as a joke in 2024 and put Mr Tibbs. I am sorry about the joke but I have written twice since and I do live alone. Kind regards, Violet Amponsah',
    },
    steps: [
      accepted('tue 1', 'council-tax', 'LGSCO', 'tom.ferris'),
      allocated('tue 1', 'council-tax', 'ruth.adeyemi', 'tom.ferris'),
      spoke('tue 1', 'ruth.adeyemi', 'We both laughed. She would like the discount back to April, and a new bill.'),
      {
        on: 'wed 1',
        by: 'ruth.adeyemi',
        does: 'acknowledge-and-respond',
        answers: {
          definition: 'Your single person discount was taken away in April, and two letters from you were not answered.',
          outcomesSought: 'The discount back to April, and a new bill.',
          decision: 'We uphold your complaint. You live alone, and we should have answered you.',
          'outcome-1': 'upheld',
          'reasons-1': 'Your letters of May and July were filed with the survey and read by nobody.',
          remedy: 'Your discount stands again from April, and the new bill is in the post.',
          actions: 'Please look at the new bill, and ring me if anything in it is wrong.',
          affected: 'no',
          affectedOthers: 'The two letters were filed by hand. No others lie with that survey.',
        },
      },
    ],
  },
  // Unhappy with the answer’s date: chases.
  {
    on: 'mon 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'My late husband’s name is still on the council tax bill. He died in March. I have sent the certificate twice. Every month the letter comes "Dear Mr Sandhu". I open it and it is like the first day again. Please stop. Please.',
        name: 'Harpreet Sandhu',
        reachBy: ['email', 'telephone'],
        email: 'harpreet.sandhu@resident.example',
        telephone: '07700 900118',
        telephoneFor: ['call', 'message'],
      },
    },
    steps: [
      accepted('mon 1', 'council-tax'),
      { on: 'mon 1', by: 'amina.yusuf', does: 'record-bereavement', answers: { deceased: 'Mr Sandhu', who: 'other' } },
      allocated('mon 1', 'council-tax', 'ruth.adeyemi'),
      acknowledged(
        'mon 1',
        'ruth.adeyemi',
        'Our letters still name your late husband, although you sent us the certificate twice.',
        'That the letters stop.',
      ),
      spoke('mon 1', 'ruth.adeyemi', 'I rang to say sorry. Her daughter opens the post for now. Letters only by email please.'),
      {
        on: 'tue 3',
        writes:
          'Dear Ruth, you were so kind on the telephone but I have heard nothing since and yesterday another letter came with his name. When will I hear from you? Harpreet Sandhu',
      },
    ],
  },
  // A benefit decision: handed over, confirmed.
  {
    on: 'wed 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'You say I have been overpaid £1,140 housing benefit because my son was earning. My son is 15. He has a paper round. I do not agree with the decision and want to appeal.',
        name: 'Rosalind Peake',
        reachBy: ['email'],
        email: 'rosalind.peake@resident.example',
      },
    },
    steps: [
      {
        on: 'wed 1',
        by: 'tom.ferris',
        does: 'hand-over',
        answers: {
          to: 'housing-benefit-appeal',
          extent: 'whole',
          receivedOn: { day: 'wed 1' },
          reasons: 'A decision on housing benefit is looked at again on appeal.',
          told: 'The appeals team looks at the decision again. If it stands, they send your appeal to the tribunal for you.',
        },
      },
      {
        on: 'thu 1',
        by: 'tom.ferris',
        does: 'confirm-hand-over',
        answers: { number: theOnlyOne, by: 'Lin Carver, benefits appeals', on: { day: 'thu 1' } },
      },
    ],
  },
  // Signposted: the council does not decide bands.
  {
    on: 'thu 1',
    arrives: {
      by: 'email',
      from: 'Hugh Fanshawe <hugh.fanshawe@mailbox.example>',
      subject: 'Band E?',
      text: 'My neighbours in identical houses are in Band D. I am in Band E. I have measured both. I have been told that the council "does not do bands". Then who does? I should like this treated as a complaint.',
    },
    steps: [
      {
        on: 'fri 1',
        by: 'tom.ferris',
        does: 'signpost',
        answers: {
          to: 'council-tax-band',
          extent: 'whole',
          reasons: 'The Valuation Office Agency decides the band of a home, and the council cannot change it.',
          howToReach:
            'Look for “challenge your council tax band” on GOV.UK. The form there takes ten minutes, and a telephone number stands beside it.',
          whatToDo: 'Please go on paying the bill while they look at it.',
        },
      },
    ],
  },
  // Not upheld in part; answered.
  {
    on: 'wed 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          '52 minutes on hold to report a rat, then cut off. Then 38 minutes. The music is four bars long, I counted. When I got through the woman was very nice but said I had the wrong team.',
        outcomeSought: 'Change the music. And answer the phone.',
        name: 'Callum Reid',
        reachBy: ['email'],
        email: 'callum.reid@resident.example',
      },
    },
    steps: [
      accepted('wed 1', 'customer-services'),
      allocated('thu 1', 'customer-services', 'tom.ferris'),
      acknowledged(
        'thu 1',
        'tom.ferris',
        'You waited for over an hour and a half in two calls to report a rat, and were cut off once.',
        'That we answer sooner, and that the music changes.',
      ),
      spoke('fri 1', 'tom.ferris', 'Pest control has been since. He means it about the music.'),
      answered('wed 2', 'tom.ferris', {
        decision: 'We uphold part of your complaint. You waited far too long, and we found no fault that cut you off.',
        outcome: 'partly-upheld',
        reasons:
          'On that day a third of the team was ill and we did not open the second line, as our plan says. The log shows that the first call ended at your end.',
        remedy: 'The second line now opens by itself when calls wait for more than ten minutes. The music has changed.',
        nobodyElse: 'We cannot tell who gave up waiting that day, and have put a notice on our website.',
        more: remedy('policy-or-practice', 'We publish each month how long callers wait', '', 'tom.ferris', 'fri 4'),
      }),
    ],
  },
];
