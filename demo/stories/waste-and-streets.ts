import { accepted, acknowledged, allocated, answered, extended, remedy, request, spoke, theOnlyOne } from '../steps.ts';
import type { Story } from '../story.ts';

/** Bins, streets and parks. */
export const wasteAndStreets: readonly Story[] = [
  // Answered, with something promised for the whole street.
  {
    on: 'mon 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'Our bins in Wigmore Lane were missed twice this month. I reported it both times and was told that the crew would come back. Nobody came. The recycling crew drives past at 7 and the brown bin sits there. I would like to make a complaint.',
        outcomeSought: 'An apology, and for somebody to tell me why it keeps happening.',
        name: 'Priya Nair',
        reachBy: ['email'],
        email: 'priya.nair@resident.example',
      },
    },
    steps: [
      accepted('mon 1', 'waste'),
      allocated('mon 1', 'waste', 'daniel.price'),
      acknowledged(
        'tue 1',
        'daniel.price',
        'Your brown bin was missed twice this month, and the crew did not come back.',
        'An apology, and the reason.',
      ),
      spoke('tue 1', 'daniel.price', 'She only wants to know why. The neighbours at 40 to 52 had the same.'),
      answered('thu 1', 'daniel.price', {
        decision: 'We uphold your complaint. Both collections were missed, and we told you twice that somebody would come.',
        outcome: 'upheld',
        reasons: 'The new round sheet ends at number 38. Your side of the road from 40 up stood on nobody’s sheet for three weeks.',
        remedy: 'The round sheet is corrected and your bin was emptied on Wednesday.',
        more: {
          affected: 'yes',
          'remedy-what-others': 'Everybody at 40 to 52 Wigmore Lane gets a letter with the corrected days, and an extra collection.',
          'remedy-owner-others': 'maria.silva',
          'remedy-due-others': { day: 'fri 2' },
        },
      }),
      {
        on: 'mon 3',
        by: 'maria.silva',
        does: 'record-remedy-done',
        answers: {
          number: theOnlyOne,
          on: { day: 'fri 2' },
          evidence: 'Round log of Friday: all seven houses emptied. Letters put through the doors by the crew.',
        },
      },
    ],
  },
  // Discrimination: the advice is given, and the answer waits for a second person.
  {
    on: 'mon 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'I use a wheelchair and have had an assisted collection for years. In September it stopped. The man on the phone said "lots of people manage". I think I am being treated worse because I am disabled. My bin has been full since.',
        outcomeSought: 'The assisted collection back, and training for whoever answers the phone.',
        name: 'Moira Caldwell',
        reachBy: ['email'],
        email: 'moira.caldwell@resident.example',
      },
    },
    steps: [
      accepted('mon 1', 'waste'),
      allocated('mon 1', 'waste', 'daniel.price'),
      acknowledged(
        'tue 1',
        'daniel.price',
        'Your assisted collection stopped in September, and you were told that others manage. You believe that you were treated worse because you are disabled.',
        'The assisted collection back, and training for those who answer the telephone.',
      ),
      spoke(
        'wed 1',
        'daniel.price',
        'She has a neighbour who helps until it is put right. She would speak with the equality co-ordinator.',
      ),
      {
        on: 'thu 1',
        by: 'imran.shah',
        does: 'record-consultation',
        answers: {
          advice:
            'An assisted collection is a reasonable adjustment under section 20 of the Equality Act. Stopping it without asking her is likely to be a failure to make one. Say so plainly, restore it before you write, and do not rely on the change of contractor.',
        },
      },
      answered('thu 2', 'daniel.price', {
        decision: 'We uphold your complaint. We took away an adjustment that you need, and we had no reason to.',
        outcome: 'upheld',
        reasons: 'Assisted collections were left out when rounds moved to a new system. Nobody asked the people who have one.',
        remedy: 'Your assisted collection was restored last Monday. The telephone team is trained this month.',
        more: {
          'found-1': 'yes',
          affected: 'yes',
          'remedy-what-others': 'All 31 assisted collections that were lost in the move are restored, and each household is rung.',
          'remedy-owner-others': 'maria.silva',
          'remedy-due-others': { day: 'fri 3' },
        },
      }),
    ],
  },
  // A request that was not done: the person says so, and it becomes a complaint.
  {
    on: 'mon 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'Somebody has dumped two mattresses and a fridge behind the garages at Tenzing Grove. Please could you take them away.',
        name: 'Gareth Lloyd',
        reachBy: ['email'],
        email: 'gareth.lloyd@resident.example',
      },
    },
    steps: [
      request('mon 1', 'street-scene', 'A crew takes away the mattresses and the fridge.', 'thu 1'),
      { on: 'mon 1', by: 'tom.ferris', does: 'allocate', answers: { service: 'street-scene', officer: 'daniel.price' } },
      {
        on: 'fri 1',
        writes:
          'No, it is not fixed. One mattress went, the fridge and the other mattress are still there and now there is a sofa. I would like to complain about this please.\n\nGareth',
      },
    ],
  },
  // Answered; what was promised is done.
  {
    on: 'tue 1',
    arrives: {
      by: 'email',
      from: 'Leanne Foss <leanne.foss@mailbox.example>',
      subject: 'Your driver',
      text: 'the driver of the bin lorry swore at my daughter this morning outside 8 Nunnery Lane because she was crossing with her bike. she is ELEVEN. he wound the window down to do it. lorry was about 7.50. i want him spoken to and i want a sorry',
    },
    steps: [
      accepted('tue 1', 'waste'),
      allocated('tue 1', 'waste', 'daniel.price'),
      acknowledged(
        'tue 1',
        'daniel.price',
        'The driver of a lorry swore at your daughter on her way to school.',
        'That the driver is spoken to, and an apology.',
      ),
      spoke(
        'wed 1',
        'daniel.price',
        'Her daughter is fine and a bit proud of having told the story. A written apology to the girl would be welcome.',
      ),
      answered('tue 2', 'daniel.price', {
        decision: 'We uphold your complaint. The driver should not have spoken to your daughter as he did.',
        outcome: 'upheld',
        reasons:
          'The driver told his supervisor himself on the same day. The camera of the lorry shows that your daughter crossed with care.',
        remedy: 'The driver has been spoken to and has said that he is sorry.',
        nobodyElse: 'It was one driver on one morning.',
        more: remedy(
          'apology',
          'The driver writes to your daughter and apologises',
          'A child was sworn at on her way to school.',
          'daniel.price',
          'fri 2',
        ),
      }),
      {
        on: 'fri 2',
        by: 'daniel.price',
        does: 'record-remedy-done',
        answers: { number: theOnlyOne, on: { day: 'fri 2' }, evidence: 'Saw the letter and put it in the post myself.' },
      },
    ],
  },
  // Acknowledged, extended.
  {
    on: 'mon 1',
    arrives: {
      by: 'email',
      from: 'Brian Stott <b.stott@mailbox.example>',
      subject: 'Garden waste: paid twice, collected never',
      text: 'To whom it may concern.\n1. On 1 March I paid for garden waste by card.\n2. On 4 March I was told that the payment had failed and paid again.\n3. It had not failed. I have paid twice.\n4. No bin was delivered until July.\n5. It has been emptied twice.\n6. I have telephoned on six occasions, of which I kept a note, attached to this letter by a staple which I appreciate you cannot see.\nI await your proposals.\nB. Stott',
    },
    steps: [
      accepted('mon 1', 'waste'),
      allocated('mon 1', 'waste', 'daniel.price'),
      acknowledged(
        'mon 1',
        'daniel.price',
        'You paid twice for garden waste, waited four months for the bin, and it was emptied twice.',
        'One payment back, and a fair part of the other.',
        {
          'point-1': 'You paid twice.',
          'ombudsman-1': 'LGSCO',
          'point-2': 'The bin came four months late and was emptied twice.',
          'ombudsman-2': 'LGSCO',
        },
      ),
      spoke('wed 1', 'daniel.price', 'He read me all six notes. He will send the card statement by post.'),
      extended(
        'mon 2',
        'daniel.price',
        5,
        'The card statement that you posted has not reached us yet, and we need it to trace the second payment.',
      ),
    ],
  },
  // Short and angry; acknowledged yesterday.
  {
    on: 'thu 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened: 'DISGUSTING. dog mess all over the path by Leagrave school every single day. i told you 3 times. do your job',
        name: 'Kelly Dunmore',
        reachBy: ['email'],
        email: 'kelly.dunmore@resident.example',
      },
    },
    steps: [
      accepted('fri 2', 'street-scene', 'LGSCO', 'tom.ferris'),
      allocated('fri 2', 'street-scene', 'daniel.price', 'tom.ferris'),
      acknowledged(
        'mon 3',
        'daniel.price',
        'The path by the school has not been cleaned, although you reported it three times.',
        'A clean path on school mornings.',
      ),
    ],
  },
  // Nobody acknowledged it: overdue, and the apology has gone by itself.
  {
    on: 'tue 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The bottle bank at the Moat Lane car park is emptied at ten to five in the morning. Every week. It sounds like the end of the world. I have rung four times since spring and every time somebody "passes it on". To whom?',
        name: 'Roland Achterberg',
        reachBy: ['email'],
        email: 'roland.achterberg@resident.example',
      },
    },
    steps: [accepted('wed 1', 'waste'), allocated('wed 1', 'waste', 'maria.silva')],
  },
  // A request in hand.
  {
    on: 'wed 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The see-saw in Memorial Park has lost its rubber thing so it bangs when it comes down. Could somebody please put a new one on before one of the little ones gets hurt.',
        name: 'Idris Vaughan',
        reachBy: ['email'],
        email: 'idris.vaughan@resident.example',
      },
    },
    steps: [
      request('wed 2', 'street-scene', 'The see-saw is taken out of use today, and a new buffer is fitted.', 'thu 3'),
      { on: 'wed 2', by: 'tom.ferris', does: 'allocate', answers: { service: 'street-scene', officer: 'daniel.price' } },
    ],
  },
  // Praise.
  {
    on: 'wed 1',
    arrives: {
      by: 'email',
      from: 'Edith Sallow <edith.sallow@mailbox.example>',
      subject: 'Thank you to your dustmen',
      text: 'I do not have a complaint, for once! The boys on the Tuesday round found my purse in the road, rang the number in it and brought it back to the door. Nothing missing. Please tell them from me that they made an old woman cry, in the good way. Edith Sallow',
    },
    steps: [
      {
        on: 'wed 1',
        by: 'tom.ferris',
        does: 'thank-for-feedback',
        answers: { thanks: 'I have passed your message to the Tuesday crew and their supervisor. It hangs in the depot now.' },
      },
    ],
  },
  // Two messages of one person about one thing: offered to be made one.
  {
    on: 'mon 3',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The crew left half of our recycling in the road on Thursday, glass as well, and drove off. I cut my hand picking it up. I have asked for a call back and not had one. I am complaining.',
        name: 'Tariq Aziz Khan',
        reachBy: ['telephone'],
        telephone: '07700 900161',
        telephoneFor: ['call', 'message'],
      },
    },
  },
  {
    on: 'mon 3',
    arrives: {
      by: 'email',
      from: 'T A Khan <tak.home@mailbox.example>',
      subject: 'recycling left in the road',
      text: 'Further to my form on your website: the glass is STILL in the gutter outside 5 Biscot Road. Half of our recycling left in the road on Thursday, and nobody has rung. Tariq Aziz Khan',
    },
  },
];
