import { accepted, acknowledged, allocated, answered, extended, remedy, spoke, theOnlyOne } from '../steps.ts';
import type { Story } from '../story.ts';

/** Roads, parking, planning, pests and noise. */
export const roadsAndParking: readonly Story[] = [
  // Another team has it, and has said so.
  {
    on: 'mon 1',
    arrives: {
      by: 'email',
      from: 'Oluwaseun Adeleke <seun.adeleke@mailbox.example>',
      subject: 'Pothole / two tyres',
      text: 'Hit the pothole at the bottom of Stockingstone Road on Friday night in the rain. Two tyres and a rim, £386, receipt available. It had been sprayed with yellow paint so you knew about it. I would like to claim this back from the council.',
    },
    steps: [
      {
        on: 'mon 1',
        by: 'tom.ferris',
        does: 'hand-over',
        answers: {
          to: 'insurance-claim',
          extent: 'whole',
          receivedOn: { day: 'mon 1' },
          reasons: 'It is a claim for damage, which the insurance team decides.',
          told: 'The insurance team writes to you within ten working days. Please keep the receipt and a photo of the tyres.',
        },
      },
      {
        on: 'tue 1',
        by: 'tom.ferris',
        does: 'confirm-hand-over',
        answers: { number: theOnlyOne, by: 'Jean Abbott, insurance team', on: { day: 'tue 1' } },
      },
    ],
  },
  // Handed over, and nobody has confirmed it.
  {
    on: 'thu 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'I want to appeal PCN LU90431187. I was loading a cooker for my nan and was gone six minutes. Your warden took the photo while I was carrying it.',
        name: 'Jordan Pryce',
        reachBy: ['email'],
        email: 'jordan.pryce@resident.example',
      },
    },
    steps: [
      {
        on: 'thu 2',
        by: 'amina.yusuf',
        does: 'hand-over',
        answers: {
          to: 'parking-representations',
          extent: 'whole',
          receivedOn: { day: 'thu 2' },
          reasons: 'An appeal against a penalty charge has its own way, set by law.',
          told: 'The parking appeals team looks at it as your representations. You need not send it again, and need not pay while they decide.',
        },
      },
    ],
  },
  // Closed: paid back.
  {
    on: 'mon 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'Charged twice for the same resident permit, 64 pounds each time, same car same zone. Rang, was told 28 days, that was in September.',
        outcomeSought: 'My money',
        name: 'Nikhil Rao',
        reachBy: ['email'],
        email: 'nikhil.rao@resident.example',
      },
    },
    steps: [
      accepted('mon 1', 'parking', 'LGSCO', 'tom.ferris'),
      allocated('mon 1', 'parking', 'daniel.price', 'tom.ferris'),
      acknowledged(
        'mon 1',
        'daniel.price',
        'You were charged twice for one permit and the money did not come back.',
        'The second payment back.',
      ),
      spoke('tue 1', 'daniel.price', 'He only wants the money, to the card that he used.'),
      answered('wed 1', 'daniel.price', {
        decision: 'We uphold your complaint. You paid twice, and the refund was never sent.',
        outcome: 'upheld',
        reasons: 'The refund was approved in September and stood in a list that nobody worked on.',
        remedy: 'The list has been worked through, and somebody owns it now.',
        nobodyElse: 'Four other refunds in the list were paid on the same day.',
        more: remedy(
          'explanation',
          'We write to tell you on which day the refund was sent',
          'He waited ten weeks and did not know whether it would come.',
          'daniel.price',
          'fri 1',
        ),
      }),
      {
        on: 'fri 1',
        by: 'daniel.price',
        does: 'record-remedy-done',
        answers: {
          number: theOnlyOne,
          on: { day: 'fri 1' },
          evidence: 'Refund reference of the payments team is in the parking system; letter sent.',
        },
      },
      { on: 'tue 2', writes: 'Yes thank you, money arrived this morning. All done from my side. Nikhil' },
      { on: 'tue 2', by: 'daniel.price', does: 'mark-read' },
      {
        on: 'tue 2',
        by: 'daniel.price',
        does: 'record-answer-to-done',
        answers: { number: theOnlyOne, done: 'yes', note: 'He wrote today that the money has arrived.' },
      },
      { on: 'wed 2', by: 'tom.ferris', does: 'close', answers: { reason: 'Answered, paid back, and he has confirmed it.' } },
    ],
  },
  // Discrimination: the advice is awaited.
  {
    on: 'fri 2',
    arrives: {
      by: 'email',
      from: 'Winston Grant <winston.grant@mailbox.example>',
      subject: 'Blue Badge refused again',
      text: 'This is the second time my Blue Badge renewal is refused. I have sickle cell. Some days I walk, some days I cannot get to the car. Your assessor told me "you people always say that". I would like to know what people he meant. I believe I have been discriminated against.',
    },
    steps: [
      accepted('fri 2', 'parking'),
      allocated('mon 3', 'parking', 'daniel.price'),
      acknowledged(
        'mon 3',
        'daniel.price',
        'Your Blue Badge was refused twice, and an assessor made a remark that you believe was racist.',
        'A new assessment by somebody else, and an answer about the remark.',
        {
          'point-1': 'Your Blue Badge was refused twice.',
          'ombudsman-1': 'LGSCO',
          'point-2': 'The assessor said “you people always say that”.',
          'ombudsman-2': 'LGSCO',
        },
      ),
    ],
  },
  // Not upheld, answered.
  {
    on: 'tue 1',
    arrives: {
      by: 'email',
      from: 'Fenella Crane-Boyd <fenella@craneboyd.example>',
      subject: 'Application 26/01187/FUL: formal complaint',
      text: 'I write to complain in the strongest terms about the grant of permission for a two-storey rear extension at 19 Old Bedford Road. We were given no letter. The officer’s report describes our kitchen as a "secondary window". It is where we live. The committee was plainly misled. I require the permission to be withdrawn.\n\nF. Crane-Boyd',
    },
    steps: [
      accepted('tue 1', 'planning'),
      allocated('wed 1', 'planning', 'tom.ferris'),
      acknowledged(
        'wed 1',
        'tom.ferris',
        'You had no letter about your neighbours’ extension, and the report described your kitchen wrongly.',
        'That the permission is withdrawn.',
        { notResponsibleFor: 'We cannot withdraw a permission through a complaint. Only a court can quash one.' },
      ),
      spoke('thu 1', 'tom.ferris', 'She has taken advice and knows that a permission stands. She would like the record of the letters.'),
      answered('mon 2', 'tom.ferris', {
        decision: 'We do not uphold your complaint. Letters were sent, and the report followed our guidance on windows.',
        outcome: 'not-upheld',
        reasons:
          'The list of letters has your address and those of six neighbours, of whom four replied. Our guidance calls a window secondary where a room has another to the rear, as yours has.',
      }),
    ],
  },
  // Long silence; acknowledged, extended, answered soon.
  {
    on: 'wed 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'In February I reported that the garage behind us had been turned into a flat. In March I was told it had been "logged". In May, "under review". In August, "with an officer". In October the officer had left. A family now lives in it, and I do not blame them, but somebody is taking rent for a garage with no windows. What does enforcement enforce?',
        outcomeSought: 'A decision, and to be told of it.',
        name: 'Annabel Reyes',
        reachBy: ['email'],
        email: 'annabel.reyes@resident.example',
      },
    },
    steps: [
      accepted('wed 1', 'planning', 'LGSCO', 'tom.ferris'),
      allocated('wed 1', 'planning', 'tom.ferris', 'tom.ferris'),
      acknowledged(
        'thu 1',
        'tom.ferris',
        'You reported a garage that is used as a flat in February, and we have not decided what to do.',
        'A decision, and to be told of it.',
      ),
      spoke('mon 2', 'tom.ferris', 'She is worried for the family more than for herself. Housing standards have been told.'),
      extended('fri 2', 'tom.ferris', 5, 'The enforcement officer visits on Wednesday, and we would like to tell you what they decide.'),
    ],
  },
  // Not yet allocated; environmental health.
  {
    on: 'mon 3',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'Music from the yard of the pub on High Town Road until 2am every Friday and Saturday since they put the speakers out. I have rung your noise line nine times. Twice somebody answered. They said they would come out and did not.',
        name: 'Beatrix Holm',
        reachBy: ['email'],
        email: 'beatrix.holm@resident.example',
      },
    },
    steps: [accepted('mon 3', 'environmental-health', 'LGSCO', 'tom.ferris')],
  },
  // The email address bounces.
  {
    on: 'fri 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'You closed our road for eleven days and the sign said two. No letter, no diversion for the bus, and my carer could not park. I complained to the man in the van and he laughed.',
        name: 'Gwen Parry',
        reachBy: ['email'],
        email: 'gwen.parry.bounces@resident.example',
      },
    },
    steps: [accepted('mon 3', 'highways'), allocated('mon 3', 'highways', 'daniel.price')],
  },
  // Waits for an answer to a question.
  {
    on: 'tue 2',
    arrives: {
      by: 'email',
      from: 'Chiamaka Obi <chiamaka.obi@mailbox.example>',
      subject: 'street light',
      text: 'The light outside has been out since summer and I was followed home last week. I have complained before, nothing. Please.',
    },
    steps: [
      accepted('tue 2', 'highways', 'LGSCO', 'tom.ferris'),
      allocated('tue 2', 'highways', 'daniel.price', 'tom.ferris'),
      {
        on: 'tue 2',
        by: 'daniel.price',
        does: 'ask-clarification',
        answers: { question: 'Which lamp post is it? There is a number on a small plate at eye level. A house number nearby is enough.' },
      },
      { on: 'wed 2', writes: 'Sorry! Outside 20 Hitchin Road, the post says 14. And thank you for ringing me yesterday.' },
      { on: 'wed 2', by: 'daniel.price', does: 'mark-read' },
      acknowledged(
        'wed 2',
        'daniel.price',
        'The street light outside 20 Hitchin Road has been out since summer, although you reported it before.',
        'A light that works, so that you feel safe on your way home.',
      ),
      spoke('thu 2', 'daniel.price', 'She has told the police about the man. The light is on the list for this week.'),
    ],
  },
];
