import type { Day, OfficerId, Step, StoryAnswers } from './story.ts';

// The steps that most cases take, with what officers type.

/** The first choice that a form offers: mostly there is one. */
export const theOnlyOne = { called: '' } as const;

type Ombudsman = 'LGSCO' | 'HOS';

/** Read by the complaints team and taken as a complaint. */
export const accepted = (on: Day, service: string, ombudsman: Ombudsman = 'LGSCO', by: OfficerId = 'amina.yusuf'): Step => ({
  on,
  by,
  does: 'accept-at-stage-one',
  answers: { service, ombudsman },
});

export const allocated = (on: Day, service: string, officer: OfficerId, by: OfficerId = 'amina.yusuf'): Step => ({
  on,
  by,
  does: 'allocate',
  answers: { service, officer },
});

export const acknowledged = (on: Day, by: OfficerId, definition: string, outcomesSought: string, more: StoryAnswers = {}): Step => ({
  on,
  by,
  does: 'acknowledge',
  answers: { definition, outcomesSought, ...more },
});

export const spoke = (on: Day, by: OfficerId, note: string): Step => ({
  on,
  by,
  does: 'record-contact',
  answers: { on: { day: on }, how: 'telephone', outcome: 'spoke', note },
});

export const extended = (on: Day, by: OfficerId, workingDays: number, reason: string): Step => ({
  on,
  by,
  does: 'extend',
  answers: { workingDays: String(workingDays), reason },
});

type Answered = {
  readonly decision: string;
  readonly outcome: 'upheld' | 'partly-upheld' | 'not-upheld';
  readonly reasons: string;
  readonly remedy?: string;
  /** Why nobody else is affected; needed wherever anything is upheld. */
  readonly nobodyElse?: string;
  readonly more?: StoryAnswers;
};

export const answered = (on: Day, by: OfficerId, { decision, outcome, reasons, remedy, nobodyElse, more }: Answered): Step => ({
  on,
  by,
  does: 'respond',
  answers: {
    decision,
    'outcome-1': outcome,
    'reasons-1': reasons,
    ...(remedy !== undefined && { remedy }),
    ...(nobodyElse !== undefined && { affected: 'no', affectedOthers: nobodyElse }),
    ...(outcome === 'not-upheld' && {
      'notNeeded-remedy': 'yes',
      'because-remedy': 'Nothing went wrong that we could put right.',
      'notNeeded-actions': 'yes',
      'because-actions': 'Nothing is left to be done.',
    }),
    ...more,
  },
});

/** One remedy of a response or of a promise, in its first row. */
export const remedy = (type: string, what: string, impact: string, owner: OfficerId, due: Day, amount?: number): StoryAnswers => ({
  'remedy-type-1': type,
  'remedy-what-1': what,
  'remedy-impact-1': impact,
  'remedy-owner-1': owner,
  'remedy-due-1': { day: due },
  ...(amount !== undefined && { 'remedy-amount-1': String(amount) }),
});

export const request = (on: Day, service: string, whatWeWillDo: string, promisedBy: Day, by: OfficerId = 'tom.ferris'): Step => ({
  on,
  by,
  does: 'record-service-request',
  answers: { service, whatWeWillDo, promisedBy: { day: promisedBy } },
});
