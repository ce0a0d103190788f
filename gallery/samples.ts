import { luton } from '../council/luton.ts';
import type { ProposedCommand } from '../functions/domain/cases/command.ts';
import type { Contact } from '../functions/domain/intake/contact.ts';
import { contactsToCheckNotices } from '../functions/domain/notices/contacts-to-check.ts';
import type { NoticeKind, PlannedNotice } from '../functions/domain/notices/notice.ts';
import { statusLinkNotice } from '../functions/domain/notices/status-link.ts';
import { uncheckedFilesNotice } from '../functions/domain/notices/unchecked-files.ts';
import {
  aContact,
  amina,
  bryn,
  carol,
  dayOf,
  found,
  type InAnotherLanguage,
  type Line,
  last,
  morningOf,
  numbered,
  opened,
  reminder,
  rules,
  system,
  type Tell,
  tellingIn,
} from './telling.ts';

/** `another-route` is written no more; letters of that kind are only kept. */
type WrittenKind = Exclude<NoticeKind, 'another-route' | 'held-waiting' | 'long-overdue'>;

const reader = { name: 'Rosa Wren', email: 'rosa@mailbox.example' };
/** Somebody without an email address. */
const byPost: Partial<Contact> = {
  from: { name: 'Rosa Wren', address: 'Flat 3\nThe Old Bakery\n8 Nunnery Lane\nLuton\nLU1 1ZZ' },
  reachBy: ['post'],
};
const photos: Contact['attachments'] = ['wall.jpg', 'ceiling.jpg', 'letter.pdf'].map((name) => ({
  name,
  contentType: 'application/octet-stream',
  size: 3,
  key: `attachments/message/${name}`,
}));
const desk = { council: luton, publicUrl: 'https://complaints.luton.example' };

// ---------------------------------------------------------------------------------------------------------------------
// A complaint about a bin crew, from its first day to our final response.

const accepted: readonly Line[] = [
  opened('2026-11-02T09:00:00Z'),
  ['2026-11-03T10:00:00Z', { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' }],
  ['2026-11-03T10:05:00Z', { type: 'allocate', service: 'waste', officer: bryn }],
];

const acknowledge: Line = [
  '2026-11-05T10:00:00Z',
  {
    type: 'acknowledge',
    definition: 'The crew left rubbish on your drive on Monday, and nobody rang you back.',
    points: [
      { words: 'The crew left rubbish on your drive.', ombudsman: 'LGSCO' },
      { words: 'Nobody rang you back.', ombudsman: 'LGSCO' },
    ],
    outcomesSought: 'You would like the drive cleared, and an apology.',
    notResponsibleFor: 'We do not look after the private road behind your house.',
  },
  bryn,
];

const spoke: Line = [
  '2026-11-09T10:00:00Z',
  { type: 'record-contact', on: dayOf('2026-11-09T10:00:00Z'), how: 'telephone', outcome: 'spoke', note: 'They told us when it was.' },
  bryn,
];

const acknowledged = [...accepted, acknowledge, spoke];

const extend: Line = [
  '2026-11-16T10:00:00Z',
  { type: 'extend', workingDays: 5, reason: 'The driver was on leave, and we want to hear from him first.' },
  bryn,
];

const response: Line = [
  '2026-11-17T10:00:00Z',
  {
    type: 'respond',
    decision: 'Our crew should have cleared what they spilled. We found a call from you that nobody answered.',
    answers: [
      { outcome: 'upheld', reasons: 'The camera on the lorry shows the spill.' },
      { outcome: 'partly-upheld', reasons: 'We rang you once, at a number that was wrong.' },
    ],
    remedy: 'We cleared the drive on Tuesday.',
    remedies: [
      {
        type: 'financial',
        what: 'A payment for your time and trouble',
        impact: 'You swept the drive yourself, twice.',
        amountPence: 10_000,
        owner: bryn,
        due: dayOf('2026-12-01T10:00:00Z'),
      },
    ],
    affectedOthers: 'Four houses in the road; we cleared those too.',
  },
  bryn,
];

const askParking: Line = [
  '2026-11-10T10:00:00Z',
  { type: 'ask-contribution', service: 'parking', question: 'Who parks in the road on Mondays?', due: dayOf('2026-11-13T10:00:00Z') },
  bryn,
];

const together: Line = ['2026-11-03T11:00:00Z', { type: 'record-group', members: [{ name: 'Ken Obi', email: 'ken@resident.example' }] }];

const answered = [...acknowledged, response];

const askedAgain: readonly Line[] = [
  ...answered,
  ['2026-12-02T10:00:00Z', { type: 'accept-at-stage-two', askedOn: dayOf('2026-12-01T10:00:00Z') }],
  ['2026-12-02T10:05:00Z', { type: 'allocate', service: 'waste', officer: carol }],
  [
    '2026-12-03T10:00:00Z',
    {
      type: 'acknowledge',
      definition: 'You say that we have not put it right.',
      points: [{ words: 'Nobody has come to see the drive since.', ombudsman: 'LGSCO', stageOne: 1 }],
      outcomesSought: 'You would like a visit.',
    },
    carol,
  ],
];

const finalWords = {
  type: 'respond',
  decision: 'Our first answer was right, but it came without the visit that you asked for.',
  answers: [{ outcome: 'partly-upheld', reasons: 'Nobody came to see the drive before we closed the job.' }],
  actions: 'A supervisor visits every road of that round in January.',
  affectedOthers: 'Nobody else asked for a visit.',
} satisfies ProposedCommand;

const finalAnswer: readonly Line[] = [
  ...askedAgain,
  [
    '2026-12-07T10:00:00Z',
    { type: 'record-contact', on: dayOf('2026-12-07T10:00:00Z'), how: 'telephone', outcome: 'spoke', note: 'They want a visit.' },
    carol,
  ],
  ['2026-12-14T10:00:00Z', finalWords, carol],
  ['2026-12-15T10:00:00Z', ({ proposal }) => ({ type: 'approve', number: proposal?.number ?? 0, proposed: finalWords }), amina],
];

const declineStageTwo = {
  type: 'decline-stage-two',
  askedOn: dayOf('2026-12-01T10:00:00Z'),
  ground: 'legal-proceedings',
  facts: 'You filed a claim at the county court about the same drive on 25 November.',
  discretion: 'You told us that the court is slow. It is still the court that can decide it now.',
} satisfies ProposedCommand;

const stageTwoDeclined: readonly Line[] = [
  ...answered,
  ['2026-12-02T10:00:00Z', declineStageTwo, carol],
  ['2026-12-03T10:00:00Z', ({ proposal }) => ({ type: 'approve', number: proposal?.number ?? 0, proposed: declineStageTwo }), amina],
];

// ---------------------------------------------------------------------------------------------------------------------
// What can happen on the way.

const clarification: Line = ['2026-11-04T10:00:00Z', { type: 'ask-clarification', question: 'Which of the two drives do you mean?' }, bryn];

const amended: Line = [
  '2026-11-10T10:00:00Z',
  {
    type: 'amend-definition',
    definition: 'The crew left rubbish on your drive on two Mondays.',
    outcomesSought: 'You would like the drive cleared.',
    because: 'You told us on the telephone that it happened twice.',
  },
  bryn,
];

const chaser: readonly Line[] = [
  [
    '2026-11-10T09:00:00Z',
    { type: 'add-correspondence', contact: aContact('2026-11-10T09:00:00Z'), flags: [], followUps: [{ kind: 'chaser', why: [] }] },
    system,
  ],
  ['2026-11-10T10:00:00Z', { type: 'answer-chaser', answer: 'We have asked the depot for its records, and expect them this week.' }, bryn],
];

const joined: Line = ['2026-11-10T10:00:00Z', { type: 'add-point', words: 'The lid of the bin is broken.', ombudsman: 'LGSCO' }, bryn];

const late: readonly Line[] = [
  ...acknowledged,
  ['2026-11-20T10:00:00Z', { type: 'apologise-for-missing', deadline: 'respond', due: dayOf('2026-11-19T10:00:00Z') }, system],
];

const update: Line = ['2026-11-23T10:00:00Z', { type: 'send-update', words: 'We now have the records of the depot.' }, bryn];

const withdrawn: readonly Line[] = [...acknowledged, ['2026-11-11T10:00:00Z', { type: 'withdraw', howWeKnow: 'They rang and said so.' }]];

const merges: Line = [
  '2026-11-04T09:00:00Z',
  {
    type: 'add-correspondence',
    contact: aContact('2026-11-04T09:00:00Z'),
    flags: [],
    joinedBy: 'officer',
    merges: numbered('LBC-2026-004218'),
  },
];

// ---------------------------------------------------------------------------------------------------------------------
// Promises.

const promised: readonly Line[] = [
  ...acknowledged,
  [
    '2026-11-10T10:00:00Z',
    {
      type: 'promise-remedy',
      remedy: {
        type: 'apology',
        what: 'The crew leader says sorry at your door',
        impact: 'You were shouted at.',
        owner: bryn,
        due: dayOf('2026-11-18T10:00:00Z'),
      },
    },
    bryn,
  ],
];

const numberOfPromise = ({ remedies = [] }: { readonly remedies?: readonly { readonly number: number }[] }) => remedies[0]?.number ?? 0;

const promisedLater: Line = [
  '2026-11-16T10:00:00Z',
  (state) => ({
    type: 'change-remedy-date',
    number: numberOfPromise(state),
    due: dayOf('2026-11-25T10:00:00Z'),
    reason: 'The crew leader is ill this week.',
  }),
  bryn,
];

const cannot: Line = [
  '2026-11-16T10:00:00Z',
  (state) => ({
    type: 'record-remedy-undeliverable',
    number: numberOfPromise(state),
    why: 'The crew leader has left the council.',
    instead: {
      type: 'apology',
      what: 'Their manager comes in person to say sorry.',
      impact: 'She waited at home on three mornings.',
      owner: bryn,
      due: dayOf('2026-11-30T10:00:00Z'),
    },
  }),
  bryn,
];

const didWeDoIt: Line = ['2026-11-19T10:00:00Z', (state) => ({ type: 'ask-whether-done', numbers: [numberOfPromise(state)] }), system];

// ---------------------------------------------------------------------------------------------------------------------
// A message whose files carry a virus.

const virusFound = (...names: readonly string[]): Line => [
  '2026-11-02T09:10:00Z',
  { type: 'tell-of-infected-files', contact: aContact('2026-11-02T09:00:00Z'), opened: true, names },
  system,
];

// ---------------------------------------------------------------------------------------------------------------------
// A request that is no complaint, matters that go another way, and people.

const request: readonly Line[] = [
  opened('2026-11-02T09:00:00Z', {}, { primary: 'service-request' }),
  [
    '2026-11-02T10:00:00Z',
    {
      type: 'record-service-request',
      service: 'waste',
      promisedBy: dayOf('2026-11-05T10:00:00Z'),
      whatWeWillDo: 'The crew comes back and empties the bin.',
      ombudsman: 'LGSCO',
    },
  ],
];

const handOver: Line = [
  '2026-11-03T10:00:00Z',
  {
    type: 'hand-over',
    to: 'housing-benefit-appeal',
    receivedOn: dayOf('2026-11-02T09:00:00Z'),
    reasons: 'You ask for the decision about your benefit to be changed.',
    told: 'Wren Marsh writes to you within two weeks.',
  },
];

const handOverAPart: Line = [
  '2026-11-04T10:00:00Z',
  {
    type: 'hand-over',
    to: 'housing-benefit-appeal',
    part: 'What you write about the benefit that we ask you to pay back.',
    receivedOn: dayOf('2026-11-02T09:00:00Z'),
    reasons: 'You ask for the decision about your benefit to be changed.',
    told: 'Wren Marsh writes to you within two weeks.',
  },
];

const signpost: Line = [
  '2026-11-03T10:00:00Z',
  {
    type: 'signpost',
    to: 'council-tax-tribunal',
    reasons: 'You disagree with our decision about your council tax. Only the tribunal can change it.',
    howToReach: 'Post: 1 Tribunal Street, Example Town.',
    decisionLetter: { dated: dayOf('2026-10-05T09:00:00Z'), lastDay: dayOf('2026-12-05T09:00:00Z') },
  },
];

const decline = {
  type: 'decline',
  ground: 'legal-proceedings',
  facts: 'You filed a claim at the county court about the same damage.',
  discretion: 'You told us that the court is slow. It is still the court that can decide it.',
  alternative: 'Ask your solicitor. You can come back to us when the court has ended its part.',
  ombudsmen: ['LGSCO'],
} satisfies ProposedCommand;

const declined: readonly Line[] = [
  opened('2026-11-02T09:00:00Z'),
  ['2026-11-03T10:00:00Z', decline, bryn],
  ['2026-11-04T10:00:00Z', ({ proposal }) => ({ type: 'approve', number: proposal?.number ?? 0, proposed: decline }), amina],
];

const tooLate = {
  ...decline,
  ground: 'out-of-time',
  facts: 'The works in your road ended in May 2024.',
  outOfTime: { knownOn: dayOf('2024-05-31T09:00:00Z'), goesOn: false },
} satisfies ProposedCommand;

const outOfTime: readonly Line[] = [
  opened('2026-11-02T09:00:00Z'),
  ['2026-11-03T10:00:00Z', tooLate, bryn],
  ['2026-11-04T10:00:00Z', ({ proposal }) => ({ type: 'approve', number: proposal?.number ?? 0, proposed: tooLate }), amina],
];

/** Dana fills in the form for Rosa. */
const openedByDana = opened('2026-11-02T09:00:00Z', { from: { name: 'Dana Fox', email: 'dana@advice.example' } });
const representative: Line = [
  '2026-11-03T10:00:00Z',
  {
    type: 'record-representative',
    representative: { name: 'Dana Fox', kind: 'advice', email: 'dana@advice.example', reachBy: ['email'] },
    person: { name: 'Rosa Wren', address: '8 Nunnery Lane, Luton', reachBy: ['post'] },
  },
];

const inACouncilHome: Line = ['2026-11-02T10:00:00Z', { type: 'accept-at-stage-one', service: 'housing', ombudsman: 'HOS' }];

const raised: Line = ['2026-11-10T10:00:00Z', { type: 'raise-discrimination', because: 'She was told to learn English first.' }];

/** A letter of every kind, as the service writes it. A kind without one is a type error. */
function samples(tell: Tell, other?: InAnotherLanguage): Readonly<Record<WrittenKind, PlannedNotice>> {
  const [toCheck] = contactsToCheckNotices(dayOf('2027-06-14T09:00:00Z'), rules, [], desk);
  return {
    receipt: last(tell(opened('2026-11-02T09:00:00Z')), 'receipt'),
    acknowledgement: last(tell(...acknowledged), 'acknowledgement'),
    extension: last(tell(...acknowledged, extend), 'extension'),
    response: last(tell(...answered), 'response'),
    'stage-two-declined': last(tell(...stageTwoDeclined), 'stage-two-declined'),
    clarification: last(tell(...accepted, clarification), 'clarification'),
    'definition-amended': last(tell(...acknowledged, amended), 'definition-amended'),
    update: last(tell(...late, update), 'update'),
    apology: last(tell(...late), 'apology'),
    'service-request-recorded': last(tell(...request), 'service-request-recorded'),
    'service-request-answer': last(
      tell(...request, ['2026-11-04T10:00:00Z', { type: 'answer-service-request', answer: 'The crew emptied it this morning.' }]),
      'service-request-answer',
    ),
    'is-it-fixed': last(tell(...request, ['2026-11-05T10:00:00Z', { type: 'ask-whether-fixed' }, system]), 'is-it-fixed'),
    'issue-joined': last(tell(...acknowledged, joined), 'issue-joined'),
    'handed-over': last(tell(opened('2026-11-02T09:00:00Z'), handOver), 'handed-over'),
    signposted: last(tell(opened('2026-11-02T09:00:00Z'), signpost), 'signposted'),
    'not-accepted': last(tell(...declined), 'not-accepted'),
    'feedback-thanks': last(
      tell(opened('2026-11-02T09:00:00Z'), [
        '2026-11-03T10:00:00Z',
        { type: 'thank-for-feedback', thanks: 'We have told the crew what you wrote about them.' },
      ]),
      'feedback-thanks',
    ),
    'withdrawal-confirmed': last(tell(...withdrawn), 'withdrawal-confirmed'),
    'withdrawal-undone': last(
      tell(...withdrawn, ['2026-11-12T10:00:00Z', { type: 'undo-withdrawal', howWeKnow: 'They rang again.' }]),
      'withdrawal-undone',
    ),
    'chaser-answer': last(tell(...acknowledged, ...chaser), 'chaser-answer'),
    'cases-merged': last(tell(...accepted, merges), 'cases-merged'),
    'authority-needed': last(tell(openedByDana, representative), 'authority-needed'),
    'authority-refused': last(
      tell(openedByDana, representative, [
        '2026-11-09T10:00:00Z',
        { type: 'refuse-authority', reason: 'The note that you sent us is not signed.' },
      ]),
      'authority-refused',
    ),
    'remedy-promised': last(tell(...promised), 'remedy-promised'),
    'remedy-late': last(tell(...promised, promisedLater), 'remedy-late'),
    'remedy-undeliverable': last(tell(...promised, cannot), 'remedy-undeliverable'),
    'did-we-do-it': last(tell(...promised, didWeDoIt), 'did-we-do-it'),
    'file-infected': last(tell(opened('2026-11-02T09:00:00Z'), virusFound('letter.pdf')), 'file-infected'),
    'status-link': statusLinkNotice(
      tell(...accepted).state,
      reader,
      aContact('2026-11-04T10:00:00Z').receivedAt,
      { ...desk, letterWords: other?.letterWords },
      other?.language,
    ),
    alert: reminder(tell(...accepted)),
    'possible-harm': last(tell(opened('2026-11-02T09:00:00Z', {}, { flags: ['safeguarding'] })), 'possible-harm'),
    'morning-message': morningOf(tell(...accepted), '2026-11-11T08:30:00Z', 'officer'),
    'ombudsman-letter': last(tell(opened('2026-11-02T09:00:00Z', { channel: 'ombudsman' })), 'ombudsman-letter'),
    'files-unchecked': uncheckedFilesNotice(
      [{ ...aContact('2026-11-02T09:00:00Z'), reference: tell(...accepted).state.reference }],
      aContact('2026-11-03T09:05:00Z').receivedAt,
      desk,
    ),
    'to-receiving-team': last(tell(opened('2026-11-02T09:00:00Z'), handOver), 'to-receiving-team'),
    'hazard-to-repairs': last(
      tell(opened('2026-11-02T09:00:00Z'), inACouncilHome, [
        '2026-11-02T11:00:00Z',
        { type: 'start-hazard', kind: 'significant', awareAt: aContact('2026-11-02T09:00:00Z').receivedAt },
      ]),
      'hazard-to-repairs',
    ),
    'contacts-to-check': found(toCheck, 'contacts-to-check'),
    'contribution-asked': last(tell(...acknowledged, askParking), 'contribution-asked'),
    'equality-advice-wanted': last(tell(...acknowledged, raised), 'equality-advice-wanted'),
    'discrimination-report': last(
      tell(...acknowledged, raised, [
        '2026-11-11T10:00:00Z',
        { type: 'record-consultation', advice: 'Compare how others were dealt with.', serious: true },
        amina,
      ]),
      'discrimination-report',
    ),
  };
}

/** Letters of a kind that read differently elsewhere on its way. */
function variants(tell: Tell): Readonly<Record<string, PlannedNotice>> {
  const quick = {
    type: 'acknowledge-and-respond',
    acknowledgement: {
      type: 'acknowledge',
      definition: 'Your bin was missed on Monday.',
      outcomesSought: 'You would like it emptied.',
    },
    response: {
      type: 'respond',
      decision: 'We should have emptied your bin. We did so on Tuesday.',
      answers: [{ outcome: 'upheld', reasons: 'The lorry broke down.' }],
      affectedOthers: 'The whole road, which was emptied on Tuesday too.',
    },
    contactNotNeeded: 'The bin has been emptied since.',
  } as const;
  return {
    'morning-message-to-the-team': morningOf(tell(...accepted), '2026-11-11T08:30:00Z', 'mailbox'),
    'acknowledgement-to-a-member': last(tell(...accepted, together, ...acknowledged.slice(accepted.length)), 'acknowledgement'),
    'contribution-waited-for': reminder(tell(...acknowledged, askParking), 'contribution'),
    'acknowledgement-to-a-tenant': last(
      tell(
        opened('2026-11-02T09:00:00Z'),
        inACouncilHome,
        [
          '2026-11-03T10:05:00Z',
          {
            type: 'allocate',
            service: 'housing',
            officer: bryn,
            reason: 'He answers for the investigator.',
            external: {
              name: 'Erin Marsh',
              organisation: 'Marsh Reviews',
              reasons: 'It is about the team that would look into it.',
            },
          },
        ],
        [
          '2026-11-05T10:00:00Z',
          { type: 'acknowledge', definition: 'The tap in your kitchen drips.', outcomesSought: 'You would like it mended.' },
          bryn,
        ],
      ),
      'acknowledgement',
    ),
    'acknowledgement-at-stage-two': last(tell(...askedAgain), 'acknowledgement'),
    'response-at-once': last(tell(...accepted, ['2026-11-04T10:00:00Z', quick, bryn]), 'response'),
    'response-at-stage-two': last(tell(...finalAnswer), 'response'),
    'response-not-upheld': last(
      tell(...acknowledged, [
        '2026-11-17T10:00:00Z',
        {
          type: 'respond',
          decision: 'Our crew left your road as it was. The rubbish came from another lorry.',
          answers: [
            { outcome: 'not-upheld', reasons: 'The camera on our lorry shows a clean road.' },
            { outcome: 'not-upheld', reasons: 'We rang you back on the same day.' },
          ],
        },
        bryn,
      ]),
      'response',
    ),
    'extension-past-the-cap': last(
      tell(...acknowledged, [
        '2026-11-16T10:00:00Z',
        {
          type: 'extend',
          workingDays: 20,
          reason: 'The driver is ill, and only he knows.',
          exceptionalReason: 'He is in hospital, and we expect him back in three weeks.',
        },
        bryn,
      ]),
      'extension',
    ),
    'is-it-fixed-to-a-tenant': last(
      tell(
        opened('2026-11-02T09:00:00Z', {}, { primary: 'service-request', ombudsman: 'HOS' }),
        [
          '2026-11-02T10:00:00Z',
          {
            type: 'record-service-request',
            service: 'housing',
            promisedBy: dayOf('2026-11-05T10:00:00Z'),
            whatWeWillDo: 'A plumber comes and mends the tap.',
            ombudsman: 'HOS',
          },
        ],
        ['2026-11-05T10:00:00Z', { type: 'ask-whether-fixed' }, system],
      ),
      'is-it-fixed',
    ),
    'handed-over-in-part': last(tell(...accepted, handOverAPart), 'handed-over'),
    'to-receiving-team-of-a-part': last(tell(...accepted, handOverAPart), 'to-receiving-team'),
    'not-accepted-out-of-time': last(tell(...outOfTime), 'not-accepted'),
    'file-infected-on-paper': last(
      tell(opened('2026-11-02T09:00:00Z', byPost), [
        '2026-11-02T09:10:00Z',
        {
          type: 'tell-of-infected-files',
          contact: aContact('2026-11-02T09:00:00Z', byPost),
          opened: true,
          names: ['wall.jpg', 'letter.pdf'],
        },
        system,
      ]),
      'file-infected',
    ),
    'receipt-with-files': last(tell(opened('2026-11-02T09:00:00Z', { attachments: photos })), 'receipt'),
    'receipt-for-somebody-else': last(
      tell(opened('2026-11-02T09:00:00Z', { onBehalfOf: { name: 'Rosa Wren' }, from: { name: 'Dana Fox', email: 'dana@advice.example' } })),
      'receipt',
    ),
    'receipt-on-paper': last(tell(opened('2026-11-02T09:00:00Z', byPost)), 'receipt'),
  };
}

/** Every sample by its name: a kind's own, then its variants. `other`: residents' letters go in that language too. */
export function gallery(other?: InAnotherLanguage): ReadonlyMap<string, PlannedNotice> {
  const tell = tellingIn(other);
  return new Map([...Object.entries(samples(tell, other)), ...Object.entries(variants(tell))]);
}
