import { accepted, acknowledged, allocated, answered, extended, remedy, request, spoke } from '../steps.ts';
import type { Story } from '../story.ts';

/** Council homes, repairs and neighbours. */
export const housing: readonly Story[] = [
  // Answered; the promised payment is late.
  {
    on: 'mon 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The boiler in my flat has been off for two weeks. Three appointments, three no-shows. Each time I took the morning off work and each time the text said "job completed". Nothing was completed. I have a one year old and we are washing her with a kettle.',
        outcomeSought: 'Somebody to actually come, and pay me for the mornings.',
        name: 'Keziah Boateng',
        reachBy: ['email'],
        email: 'keziah.boateng@resident.example',
      },
    },
    steps: [
      accepted('mon 1', 'housing', 'HOS'),
      allocated('mon 1', 'housing', 'ruth.adeyemi'),
      acknowledged(
        'tue 1',
        'ruth.adeyemi',
        'Your boiler did not work for two weeks. Three appointments were missed and were recorded as completed.',
        'A working boiler, and money for the mornings you lost.',
      ),
      spoke(
        'wed 1',
        'ruth.adeyemi',
        'She is at home after four. The contractor came yesterday evening and the boiler runs. She would like the three mornings paid.',
      ),
      answered('mon 2', 'ruth.adeyemi', {
        decision: 'We uphold your complaint. Three visits were missed and wrongly closed as done.',
        outcome: 'upheld',
        reasons:
          'The contractor’s log shows that nobody came on any of the three days. An operator closed the jobs so that they would not show as late.',
        remedy: 'The boiler was repaired, and the contractor closes no job without a photo from now on.',
        nobodyElse: 'We checked all jobs of those weeks in the block. These three were the only ones closed without a visit.',
        more: remedy(
          'financial',
          'Pay for the three mornings that you took off work',
          'She lost three mornings of work and washed a baby with a kettle for two weeks.',
          'ruth.adeyemi',
          'fri 2',
          90,
        ),
      }),
    ],
  },
  // A hazard beside the complaint.
  {
    on: 'mon 1',
    arrives: {
      by: 'email',
      from: 'Yusuf Rahman <yusuf.rahman@mailbox.example>',
      subject: 'mould in kids room AGAIN',
      text: 'Black mould all up the wall behind the bunk bed and on the ceiling now. We reported it in September and somebody came, painted over it and left. It is back and it is worse. My son is six and has asthma and the doctor wrote you a letter. I have photos. What more do you people need?\n\nY. Rahman, 41 Farley Court',
    },
    steps: [
      { on: 'mon 1', by: 'amina.yusuf', does: 'take-harm' },
      accepted('mon 1', 'housing', 'HOS'),
      { on: 'mon 1', by: 'amina.yusuf', does: 'start-hazard', answers: { kind: 'significant', awareOn: { day: 'mon 1' }, time: '09:30' } },
      allocated('mon 1', 'housing', 'ruth.adeyemi'),
      acknowledged(
        'mon 1',
        'ruth.adeyemi',
        'There is mould in your children’s bedroom. It was painted over in September and came back.',
        'The cause found and mended, so that your son can sleep there.',
      ),
      spoke(
        'tue 1',
        'ruth.adeyemi',
        'The boy sleeps in the front room for now. They would rather stay than move out for the works. Surveyor booked for Thursday.',
      ),
      {
        on: 'thu 1',
        by: 'ruth.adeyemi',
        does: 'record-hazard-step',
        answers: { step: 'investigated', on: { day: 'thu 1' }, furtherWorks: 'yes' },
      },
      { on: 'mon 2', by: 'ruth.adeyemi', does: 'record-hazard-step', answers: { step: 'summary-sent', on: { day: 'mon 2' } } },
      { on: 'wed 2', by: 'ruth.adeyemi', does: 'record-hazard-step', answers: { step: 'made-safe', on: { day: 'wed 2' } } },
      {
        on: 'thu 2',
        by: 'ruth.adeyemi',
        does: 'record-hazard-step',
        answers: {
          step: 'works-arranged',
          on: { day: 'thu 2' },
          beginBy: { day: 'thu 3' },
          because: 'The scaffold for the gutter cannot stand before Thursday.',
        },
      },
    ],
  },
  // Asked another service; to be extended.
  {
    on: 'tue 1',
    arrives: {
      by: 'email',
      from: 'Marjorie Tull <m.tull@mailbox.example>',
      subject: 'The lift at Penrose House',
      text: 'Dear Sir or Madam,\n\nI am seventy-nine and live on the sixth floor. The lift has been out of service since the beginning of last week. I am told a part is awaited. Nobody has put up a notice, nobody has knocked, and the young man at your switchboard told me to "pop to the shops less often". I was in the Women’s Royal Army Corps and am not easily shocked, but I was shocked.\n\nI should be glad of a date, and of an apology from the young man.\n\nYours faithfully,\nMarjorie Tull (Miss)',
    },
    steps: [
      accepted('tue 1', 'housing', 'HOS'),
      allocated('tue 1', 'housing', 'ruth.adeyemi', 'tom.ferris'),
      acknowledged(
        'wed 1',
        'ruth.adeyemi',
        'The lift in Penrose House has been out of service for over a week, and nobody told you when it would run. Our switchboard was rude to you.',
        'A date for the repair, and an apology.',
        {
          'point-1': 'The lift has been out of service for over a week, without a notice.',
          'ombudsman-1': 'HOS',
          'point-2': 'Our switchboard was rude to you.',
          'ombudsman-2': 'LGSCO',
        },
      ),
      {
        on: 'wed 1',
        by: 'ruth.adeyemi',
        does: 'ask-contribution',
        answers: {
          service: 'customer-services',
          question: 'Who took a call about the lift in Penrose House last week, and what was said? Is there a recording?',
          excerpt: 'A tenant says that she was told to go to the shops less often.',
          due: { day: 'wed 2' },
        },
      },
      spoke(
        'thu 1',
        'ruth.adeyemi',
        'She manages with a neighbour’s help for the shopping. She would like to be rung, not written to, when the lift runs.',
      ),
    ],
  },
  // Stage two: the final response waits for approval.
  {
    on: 'mon 1',
    arrives: {
      by: 'email',
      from: 'Darren Pike <darren.pike@mailbox.example>',
      subject: 'Noise from above, no. 12',
      text: 'I have sent in diary sheets since June. Drilling at 11 at night, kids running till 1, shouting. Your officer said it is "normal household noise" without ever coming out. Come and lie in my bed at midnight and tell me its normal. I have done everything you asked, kept the diary, used the app, been polite. I work nights at the airport and havent slept a full day in weeks. I am at the end of my rope with it. I want someone to investigate properly and I want it looked at why the officer never visited.',
    },
    steps: [
      accepted('mon 1', 'housing', 'HOS'),
      allocated('mon 1', 'housing', 'ruth.adeyemi'),
      acknowledged(
        'mon 1',
        'ruth.adeyemi',
        'We did not look into your reports of noise from the flat above properly, and nobody visited.',
        'A proper investigation, and a reason why nobody visited.',
      ),
      spoke('mon 1', 'ruth.adeyemi', 'He is calm on the telephone, tired. He works nights and is best rung after three.'),
      answered('wed 1', 'ruth.adeyemi', {
        decision: 'We do not uphold your complaint. The officer followed our policy on noise.',
        outcome: 'not-upheld',
        reasons:
          'The app recorded eleven times between June and October. None of the recordings was loud enough for us to act on by law. The policy does not ask for a visit in that case.',
      }),
      {
        on: 'thu 1',
        writes:
          'Not good enough. The policy may not ask for a visit but common sense does. I want this looked at by somebody else, that is my right isnt it. Stage 2 please.\n\nDarren Pike',
      },
      { on: 'fri 1', by: 'tom.ferris', does: 'mark-read' },
      { on: 'fri 1', by: 'tom.ferris', does: 'accept-at-stage-two' },
      {
        on: 'fri 1',
        by: 'tom.ferris',
        does: 'allocate',
        answers: { service: 'housing', officer: 'daniel.price', reason: 'He has never dealt with this block and is trained in noise.' },
      },
      acknowledged(
        'mon 2',
        'daniel.price',
        'Nobody visited you about the noise from above, although you sent diary sheets for five months.',
        'A visit at night, and a fresh look at the diary sheets.',
      ),
      spoke('tue 2', 'daniel.price', 'He would be content with one proper visit at night and somebody to speak with upstairs.'),
      answered('fri 2', 'daniel.price', {
        decision: 'We uphold part of your complaint. The law did not let us act, and somebody should still have come.',
        outcome: 'partly-upheld',
        reasons:
          'The recordings are below the level at which we can act. Your diary named the same hours for months, and a visit would have told us more than an app.',
        remedy: 'The noise team has visited twice since, and has spoken with the family upstairs about laying carpet.',
        nobodyElse: 'No other flat in this block has sent diary sheets this year.',
      }),
    ],
  },
  // For somebody else, by post and in large print: letters to print.
  {
    on: 'tue 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'I am writing for my mother, who is 84 and lives in a council flat. The heating came back but the radiators upstairs stay cold, and the repair was cancelled twice without telling her. She is deaf and cannot use the telephone, and your letters are in print that she cannot read.',
        outcomeSought: 'Warm radiators, and letters that she can read.',
        name: 'Colin Marsh',
        onBehalf: 'somebody-else',
        theirName: 'Doreen Marsh',
        relationship: 'I am her son',
        theirAddress: '3 Swallow Close\nLuton\nLU4 0AA',
        reachBy: ['post'],
        address: '14 Ashcroft Road\nLuton\nLU2 9AA',
        adjustments: 'Please write in large print. My mother does not use the telephone.',
      },
    },
    steps: [
      accepted('wed 1', 'housing', 'HOS'),
      {
        on: 'wed 1',
        by: 'amina.yusuf',
        does: 'record-representative',
        answers: {
          name: 'Colin Marsh',
          kind: 'friend-or-family',
          address: '14 Ashcroft Road\nLuton\nLU2 9AA',
          reachBy: ['post'],
          personName: 'Doreen Marsh',
          personAddress: '3 Swallow Close\nLuton\nLU4 0AA',
          personReachBy: ['post'],
        },
      },
      {
        on: 'wed 1',
        by: 'amina.yusuf',
        does: 'record-adjustments',
        answers: { format: 'large-print', words: 'Letters in 18 point print, on paper. Never by telephone.' },
      },
      allocated('thu 1', 'housing', 'ruth.adeyemi'),
      acknowledged(
        'fri 1',
        'ruth.adeyemi',
        'The radiators upstairs stay cold. The repair was cancelled twice, and you were not told.',
        'Warm radiators, and letters in large print.',
      ),
    ],
  },
  // A request, asked about, and fixed.
  {
    on: 'tue 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'Kitchen tap drips all night. Not urgent but it is driving me up the wall. Can someone come and change the washer please? Any day but Thursday. Thanks',
        name: 'Sam Okafor',
        reachBy: ['email'],
        email: 'sam.okafor@resident.example',
      },
    },
    steps: [
      request('tue 1', 'housing', 'A plumber comes and changes the washer of your kitchen tap.', 'tue 2'),
      { on: 'tue 1', by: 'tom.ferris', does: 'allocate', answers: { service: 'housing', officer: 'ruth.adeyemi' } },
      {
        on: 'tue 2',
        by: 'ruth.adeyemi',
        does: 'answer-service-request',
        answers: { answer: 'The plumber changed the washer this morning and tried the tap with you.' },
      },
    ],
  },
  // In another language.
  {
    on: 'wed 1',
    arrives: {
      by: 'email',
      from: 'Agnieszka Wrona <a.wrona@mailbox.example>',
      subject: 'Skarga - wilgoć w mieszkaniu',
      text: 'Dzień dobry,\n\npiszę po raz trzeci w sprawie zepsutego okna w pokoju dziecka. Okno się nie zamyka, jest zimno i wieje. Nikt nie odpowiada na moje maile. Proszę o pomoc i o odpowiedź po polsku, słabo mówię po angielsku.\n\nAgnieszka Wrona, 9 Denmark Close',
    },
    steps: [
      accepted('wed 1', 'housing', 'HOS'),
      {
        on: 'wed 1',
        by: 'amina.yusuf',
        does: 'record-adjustments',
        answers: { format: 'interpreter', words: 'Letters in Polish. Ring with an interpreter from the language line.' },
      },
      allocated('thu 1', 'housing', 'ruth.adeyemi'),
    ],
  },
  // A representative whose authority is awaited: an MP’s office.
  {
    on: 'thu 1',
    arrives: {
      by: 'email',
      from: 'Office of Harriet Lowe MP <casework@harrietlowe.example>',
      subject: 'Constituent: Mrs Ifeoma Nwosu, 27 Crawley Green Road',
      text: 'Dear Complaints Team,\n\nMrs Nwosu came to Harriet’s surgery on Saturday and asked her to write. She and her three children have been in one room in temporary accommodation for nineteen months. She has asked about her place on the list five times and has not had a reply in writing.\n\nHarriet would be grateful for a full response to Mrs Nwosu’s complaint, with a copy to this office.\n\nKind regards,\nPriti, Senior Caseworker',
    },
    steps: [
      accepted('thu 1', 'housing', 'LGSCO'),
      {
        on: 'thu 1',
        by: 'tom.ferris',
        does: 'record-representative',
        answers: {
          name: 'Harriet Lowe MP',
          kind: 'mp',
          email: 'casework@harrietlowe.example',
          reachBy: ['email'],
          personName: 'Ifeoma Nwosu',
        },
      },
      {
        on: 'thu 1',
        by: 'tom.ferris',
        does: 'verify-authority',
        answers: { basis: 'elected-representative', seenOn: { day: 'thu 1' }, answerTo: 'representative' },
      },
      allocated('thu 1', 'housing', 'ruth.adeyemi', 'tom.ferris'),
      acknowledged(
        'fri 1',
        'ruth.adeyemi',
        'Mrs Nwosu and her children have lived in one room for nineteen months. She asked five times about her place on the list and had no answer in writing.',
        'An answer in writing about her place on the list, and about a larger room.',
      ),
      {
        on: 'mon 2',
        by: 'ruth.adeyemi',
        does: 'record-contact',
        answers: {
          on: { day: 'mon 2' },
          how: 'email',
          outcome: 'wrote',
          note: 'The caseworker wrote that Mrs Nwosu is best seen at the school at half past three.',
        },
      },
      extended('tue 3', 'ruth.adeyemi', 5, 'The allocations panel meets on Thursday and decides then about the larger room.'),
    ],
  },
  // Rent: accepted, and nobody has been given it.
  {
    on: 'thu 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'I got a letter saying I am £412 behind with my rent and you will take me to court. I am not behind. I pay by standing order on the 1st and have the bank statements. The lady I spoke to was lovely and said ignore it but I cannot sleep.',
        outcomeSought: 'A letter that says I owe nothing.',
        name: 'Pauline Achebe',
        reachBy: ['email', 'telephone'],
        email: 'pauline.achebe@resident.example',
        telephone: '07700 900145',
        telephoneFor: ['call', 'message'],
      },
    },
    steps: [accepted('fri 2', 'housing', 'HOS')],
  },
];
