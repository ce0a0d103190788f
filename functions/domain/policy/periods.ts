/** A limit in working days, with the text it comes from. */
export type Period = { readonly workingDays: number; readonly source: string };

/** Every number of one published version of the complaints policy, and of the duties that stand beside it. */
export type Policy = {
  /** Kept on each case: the policy under which it was opened. */
  readonly version: string;
  readonly stageOne: StagePeriods;
  readonly stageTwo: StagePeriods;
  /** Statutory care complaints, adult social care and public health: sooner than the policy's own limit. */
  readonly statutoryCare: { readonly acknowledge: Period };
  /** A person decides the route. */
  readonly triage: Period;
  /** An officer reads what came in about an open or closed case. */
  readonly readCorrespondence: Period;
  /** An officer says to which case a message belongs. */
  readonly sameOrNew: Period;
  /** Somebody who asks where their complaint has got to is told. */
  readonly answerChaser: Period;
  /** Somebody who wants to withdraw hears from a person. */
  readonly confirmWithdrawal: Period;
  /** An officer reaches the person another way after a letter that did not arrive. */
  readonly reachAnotherWay: Period;
  /** An officer posts a letter that only paper can carry, and records it. */
  readonly postLetter: Period;
  /** An officer rings a caller back who left no address that we may write to. */
  readonly callBack: Period;
  /** An officer listens to a recorded call and checks the words that a machine made of it. */
  readonly checkTranscript: Period;
  /** What needs a second person is approved, or returned with what to change. */
  readonly secondPerson: Period;
  /** The team that takes a matter over confirms that it has it. */
  readonly handOver: Period;
  readonly alerts: {
    /** Working days before the due date on which its keeper is warned. */
    readonly warningBefore: number;
    /** On a London clock. */
    readonly at: string;
    /** Working days after the due date on which the keeper is told again. */
    readonly overdueDays: number;
  };
};

export type StagePeriods = {
  /** From the day of receipt. */
  readonly acknowledge: Period;
  /** From the day of the acknowledgement, early or late. */
  readonly respond: Period;
  /** All extensions together, from the first due date; longer only for an exceptional reason. */
  readonly extend: Period;
};

/** Luton Council, corporate complaints policy, version 1.0, October 2024. */
export const luton202410: Policy = {
  version: 'luton-2024-10',
  stageOne: {
    acknowledge: { workingDays: 5, source: 'policy section 6; both Complaint Handling Codes 6.2' },
    respond: { workingDays: 10, source: 'policy section 6; both Complaint Handling Codes 6.3' },
    extend: { workingDays: 10, source: 'policy section 6; both Complaint Handling Codes 6.4' },
  },
  stageTwo: {
    acknowledge: { workingDays: 5, source: 'policy section 6; both Complaint Handling Codes 6.11' },
    respond: { workingDays: 20, source: 'policy section 6; both Complaint Handling Codes 6.14' },
    extend: { workingDays: 20, source: 'policy section 6; both Complaint Handling Codes 6.15' },
  },
  statutoryCare: {
    acknowledge: { workingDays: 3, source: 'SI 2009/309 regulation 13 (adult social care); SI 2012/3094 Part 5 (public health)' },
  },
  triage: { workingDays: 1, source: 'our own duty D9: a person decides the route within 1 working day' },
  readCorrespondence: { workingDays: 1, source: 'our own duty D2: new messages are read within 1 working day' },
  sameOrNew: { workingDays: 1, source: 'our own duty D2: an officer says within 1 working day where a message belongs' },
  answerChaser: { workingDays: 1, source: 'our own duty D2: who asks for news is answered within 1 working day' },
  confirmWithdrawal: { workingDays: 1, source: 'our own duty D26: a person confirms a withdrawal in writing, within 1 working day' },
  reachAnotherWay: { workingDays: 1, source: 'our own duty D24: a letter that did not arrive needs another way within 1 working day' },
  postLetter: { workingDays: 1, source: 'our own duty D24: a letter on paper counts when it is posted, within 1 working day' },
  callBack: { workingDays: 1, source: 'our own duty D24 and ADR 8: who rang and cannot be written to is rung back within 1 working day' },
  // A machine's mishearing goes into letters, and audio that nobody checked is kept for ever; the call itself is rung back or triaged a day sooner.
  checkTranscript: { workingDays: 2, source: 'our own duty, ADR 8: the words of a recorded call are checked within 2 working days' },
  secondPerson: { workingDays: 1, source: 'our own duty D28: what needs a second person is looked at within 1 working day' },
  handOver: { workingDays: 1, source: 'our own duty D12: the team that takes over confirms within 1 working day' },
  // D22 asks for an answer or an extension at due -2; the times are our own.
  alerts: { warningBefore: 2, at: '09:00', overdueDays: 10 },
};
