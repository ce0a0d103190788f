import { theOnlyOne } from '../steps.ts';
import type { Story } from '../story.ts';

/** Care, children, councillors and staff: what goes another way, is kept to a few, or cannot wait. */
export const careAndSafety: readonly Story[] = [
  // Possible harm taken; adult social care has it.
  {
    on: 'tue 1',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'The carers did not come to my mum on Saturday morning, Saturday night or Sunday. She is diabetic and cannot do her own insulin. I found her on the kitchen floor. The agency says the council cancelled the package. Nobody cancelled anything.',
        name: 'Sonia Prewett',
        onBehalf: 'somebody-else',
        theirName: 'Jean Prewett',
        relationship: 'Her daughter',
        reachBy: ['telephone', 'email'],
        telephone: '07700 900133',
        telephoneFor: ['call', 'message'],
        email: 'sonia.prewett@resident.example',
      },
    },
    steps: [
      { on: 'tue 1', by: 'tom.ferris', does: 'take-harm' },
      {
        on: 'tue 1',
        by: 'colin.dunn',
        does: 'hand-over',
        answers: {
          to: 'adult-social-care',
          extent: 'whole',
          receivedOn: { day: 'tue 1' },
          reasons: 'It is about care that the council arranges, which has its own procedure by law.',
          told: 'Colin Dunn in adult social care rings you today. He will agree with you how it is looked into, and by when.',
        },
      },
      { on: 'tue 1', by: 'colin.dunn', does: 'confirm-hand-over', answers: { number: theOnlyOne, by: 'Colin Dunn', on: { day: 'tue 1' } } },
    ],
  },
  // Handed over, not confirmed: overdue.
  {
    on: 'mon 2',
    arrives: {
      by: 'email',
      from: 'Bernadette Quill <b.quill@mailbox.example>',
      subject: 'Carer’s assessment',
      text: 'I have looked after my brother for eleven years and was promised a carer’s assessment in January, in May and in August. I am fifty-eight, my back has gone, and I would like to complain about it before it is too late for either of us.',
    },
    steps: [
      {
        on: 'mon 2',
        by: 'amina.yusuf',
        does: 'hand-over',
        answers: {
          to: 'adult-social-care',
          extent: 'whole',
          receivedOn: { day: 'mon 2' },
          reasons: 'Carers’ assessments belong to adult social care and its own procedure.',
          told: 'The complaints manager for adult social care writes to you within three working days.',
        },
      },
    ],
  },
  // Children’s social care.
  {
    on: 'wed 1',
    arrives: {
      by: 'email',
      from: 'Amara Lindqvist <amara.lindqvist@mailbox.example>',
      subject: 'Complaint about my social worker',
      text: 'I am 17 and in care. My social worker has changed four times this year. The new one read my file out in front of my foster carer’s friends. I asked for an advocate in September. I want to make a complaint and I want it done properly.',
    },
    steps: [
      {
        on: 'wed 1',
        by: 'nadia.karim',
        does: 'hand-over',
        answers: {
          to: 'children-social-care',
          extent: 'whole',
          receivedOn: { day: 'wed 1' },
          reasons: 'A young person in care has their own procedure, with an advocate, by law.',
          told: 'Nadia Karim writes to you today. You get an advocate first, and you choose who that is.',
        },
      },
      {
        on: 'thu 1',
        by: 'nadia.karim',
        does: 'confirm-hand-over',
        answers: { number: theOnlyOne, by: 'Nadia Karim', on: { day: 'thu 1' } },
      },
    ],
  },
  // Restricted: safeguarding.
  {
    on: 'thu 1',
    arrives: {
      by: 'email',
      from: 'A worried parent <worried.parent@mailbox.example>',
      subject: 'Swimming coach',
      text: 'My daughter is fourteen and swims three nights at your pool. Since before the holidays one of the coaches has been messaging her himself. It began with kick drills. Now it is eleven at night and whether she has a boyfriend, and not to show her mum. I told the duty manager on Friday. He said the coach is just chatty. He was on poolside again on Monday.',
    },
    steps: [
      { on: 'thu 1', by: 'amina.yusuf', does: 'take-harm' },
      {
        on: 'thu 1',
        by: 'amina.yusuf',
        does: 'restrict',
        answers: {
          ground: 'safeguarding',
          groups: ['complaints-manager-children', 'head-of-complaints'],
          because: 'It names a child and an adult who works with children. The designated officer has it.',
        },
      },
      {
        on: 'thu 1',
        by: 'nadia.karim',
        does: 'accept-at-stage-one',
        answers: { service: 'leisure-culture', ombudsman: 'LGSCO' },
      },
      {
        on: 'fri 1',
        by: 'nadia.karim',
        does: 'allocate',
        answers: {
          service: 'leisure-culture',
          officer: 'nadia.karim',
          reason: 'She manages complaints about children, and only she and the Head see this case.',
        },
      },
      {
        on: 'mon 2',
        by: 'nadia.karim',
        does: 'acknowledge',
        answers: {
          definition: 'You told the duty manager that a coach writes to your daughter at night, and nothing was done.',
          outcomesSought: 'That the coach does not work with children while it is looked into.',
        },
      },
    ],
  },
  // Restricted: about a councillor.
  {
    on: 'mon 2',
    arrives: {
      by: 'email',
      from: 'Geraint Moss <geraint.moss@mailbox.example>',
      subject: 'Conduct of a councillor',
      text: 'At the planning meeting on Wednesday a councillor for our ward spoke for an application without saying that her brother-in-law is the builder. Half the room knew. I wish to complain under the code of conduct.',
    },
    steps: [
      {
        on: 'mon 2',
        by: 'tom.ferris',
        does: 'restrict',
        answers: {
          ground: 'about-councillor',
          groups: ['monitoring-officer', 'complaints-team', 'head-of-complaints'],
          because: 'It is about a councillor, and only the monitoring officer decides about it.',
        },
      },
      {
        on: 'mon 2',
        by: 'owen.hughes',
        does: 'hand-over',
        answers: {
          to: 'monitoring-officer',
          extent: 'whole',
          receivedOn: { day: 'mon 2' },
          reasons: 'The monitoring officer decides about the conduct of councillors, by law.',
          told: 'Owen Hughes writes to you within ten working days and says whether it will be looked into.',
        },
      },
      {
        on: 'tue 2',
        by: 'owen.hughes',
        does: 'confirm-hand-over',
        answers: { number: theOnlyOne, by: 'Owen Hughes', on: { day: 'tue 2' } },
      },
    ],
  },
  // A member of staff.
  {
    on: 'tue 2',
    arrives: {
      by: 'email',
      from: 'Lorna Beck <lorna.beck@mailbox.example>',
      subject: 'Grievance: rota at the depot',
      text: 'I am employed by the council at the Kingsway depot. My manager gives the Sunday shifts to the same three of us and has done since I asked about the overtime sheets. I want to raise a grievance about him.',
    },
    steps: [
      {
        on: 'tue 2',
        by: 'tom.ferris',
        does: 'restrict',
        answers: {
          ground: 'staff-complainant',
          groups: ['head-of-complaints', 'complaints-team'],
          because: 'She works for the council, and colleagues of hers use this desk.',
        },
      },
      {
        on: 'tue 2',
        by: 'tom.ferris',
        does: 'hand-over',
        answers: {
          to: 'human-resources',
          extent: 'whole',
          receivedOn: { day: 'tue 2' },
          reasons: 'A grievance of a member of staff has the council’s own procedure.',
          told: 'Human Resources writes to you at your private address this week.',
        },
      },
    ],
  },
  // A child was hurt in a park.
  {
    on: 'thu 2',
    arrives: {
      by: 'form',
      answers: {
        whatHappened:
          'There is broken glass all through the bark under the climbing frame at Wardown. My little boy cut his foot open and needed four stitches on Sunday. I reported it in the summer when it was only a couple of bits. I am so angry I can hardly type.',
        outcomeSought: 'Close it until it is safe.',
        name: 'Jodie Malone',
        reachBy: ['email', 'telephone'],
        email: 'jodie.malone@resident.example',
        telephone: '07700 900172',
        telephoneFor: ['call', 'message'],
      },
    },
    steps: [
      { on: 'fri 2', by: 'amina.yusuf', does: 'accept-at-stage-one', answers: { service: 'street-scene', ombudsman: 'LGSCO' } },
      { on: 'fri 2', by: 'amina.yusuf', does: 'allocate', answers: { service: 'street-scene', officer: 'maria.silva' } },
      {
        on: 'fri 2',
        by: 'maria.silva',
        does: 'acknowledge',
        answers: {
          definition: 'Your son cut his foot on broken glass at the climbing frame, which you had reported in the summer.',
          outcomesSought: 'That the climbing frame is closed until it is safe.',
        },
      },
    ],
  },
];
