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
  /** A person decides the route (duty D9). */
  readonly triage: Period;
  /** An officer reads what came in about an open or closed case (duty D2). */
  readonly readCorrespondence: Period;
  /** An officer says to which case a message belongs (duty D2). */
  readonly sameOrNew: Period;
  /** Somebody who asks where their complaint has got to is told (duty D2). */
  readonly answerChaser: Period;
  /** Somebody who wants to withdraw hears from a person (duty D26). */
  readonly confirmWithdrawal: Period;
  /** An officer reaches the person another way after a letter that did not arrive (duty D24). */
  readonly reachAnotherWay: Period;
  /** An officer posts a letter that only paper can carry, and records it (duty D24). */
  readonly postLetter: Period;
  /** An officer rings a caller back who left no address that we may write to (duty D24, ADR 8). */
  readonly callBack: Period;
  /** An officer listens to a recorded call and checks the words that a machine made of it (ADR 8). */
  readonly checkTranscript: Period;
  /** What needs a second person is approved, or returned with what to change (duty D28). */
  readonly secondPerson: Period;
  /** The team that takes a matter over confirms that it has it (duty D12). */
  readonly handOver: Period;
  /** A hazard in a council home, from the moment or the day on which the council became aware of it; the last two from its investigation. */
  readonly hazards: {
    readonly emergency: { readonly hours: number; readonly source: string };
    readonly investigate: Period;
    readonly summarise: Period;
    readonly makeSafe: Period;
    /** Further works begin; `weeks`: at the very latest, where they cannot in that time. */
    readonly beginWorks: Period & { readonly weeks: number };
  };
  /** A link in our mail by which another service answers; calendar days from its sending (ADR 15). */
  readonly answerLink: { readonly days: number; readonly source: string };
  /** The person is asked whether we did what we promised, from the promised day (duty D31). */
  readonly askWhetherDone: Period;
  /** How long a case stays open for their answer (beside duty D27). */
  readonly hearWhetherDone: Period;
  /** The person is asked whether a service request was done (duty D17). */
  readonly askWhetherFixed: {
    /** On a London clock, on the promised day. */
    readonly at: string;
    readonly source: string;
  };
  /** We write to somebody whose answer is late or takes longer, unless they agreed to other dates (duty D22). */
  readonly update: Period;
  /** The furthest that two updates may lie apart, whatever was agreed. */
  readonly furthestUpdate: Period;
  /** The Head decides what follows when somebody asks for stage two, or for news, after the stage one response was due (duty D25). */
  readonly decideOverdue: Period;
  /** An officer records who speaks for whom, and asks for their authority (duty D18). */
  readonly settleWhoIsAnswered: Period;
  /** Awaited authority is asked for again, or not waited for any longer (beside duty D18). */
  readonly authorityAwaited: Period;
  /** An equality co-ordinator advises; after it their deputy may (duty D30). */
  readonly equalityAdvice: Period;
  /** The Head and the Service Director hear of discrimination (duty D30). */
  readonly reportDiscrimination: Period;
  /** A letter in a format that was agreed is made and sent (duty D7). */
  readonly agreedFormat: Period;
  /** The apology for a day that we missed: so long after it, at that time on a London clock (duty D22). */
  readonly apology: Period & { readonly at: string };
  readonly alerts: {
    /** Working days before the due date on which its keeper is warned. */
    readonly warningBefore: number;
    /** On a London clock: the morning's message to each person. */
    readonly at: string;
    /** On a London clock: what is due that day and the morning's message did not say goes by itself from then on. */
    readonly byItselfFrom: string;
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
  triage: { workingDays: 1, source: 'our own rule: a person decides the route within 1 working day' },
  readCorrespondence: { workingDays: 1, source: 'our own rule: new messages are read within 1 working day' },
  sameOrNew: { workingDays: 1, source: 'our own rule: an officer says within 1 working day where a message belongs' },
  answerChaser: { workingDays: 1, source: 'our own rule: who asks for news is answered within 1 working day' },
  confirmWithdrawal: { workingDays: 1, source: 'our own rule: a person confirms a withdrawal in writing, within 1 working day' },
  reachAnotherWay: { workingDays: 1, source: 'our own rule: a letter that did not arrive needs another way within 1 working day' },
  postLetter: { workingDays: 1, source: 'our own rule: a letter on paper counts when it is posted, within 1 working day' },
  callBack: { workingDays: 1, source: 'our own rule: who rang and cannot be written to is rung back within 1 working day' },
  // A machine's mishearing goes into letters, and audio that nobody checked is kept for ever; the call itself is rung back or triaged a day sooner.
  checkTranscript: { workingDays: 2, source: 'our own rule: the words of a recorded call are checked within 2 working days' },
  secondPerson: { workingDays: 1, source: 'our own rule: what needs a second person is looked at within 1 working day' },
  handOver: { workingDays: 1, source: 'our own rule: the team that takes over confirms within 1 working day' },
  hazards: {
    emergency: { hours: 24, source: 'Awaab’s Law: an emergency hazard is investigated and made safe within 24 hours' },
    investigate: { workingDays: 10, source: 'Awaab’s Law: a significant hazard is investigated within 10 working days' },
    summarise: { workingDays: 3, source: 'Awaab’s Law: the tenant has a written summary within 3 working days of the investigation’s end' },
    makeSafe: { workingDays: 5, source: 'Awaab’s Law: the home is made safe within 5 working days of the investigation’s end' },
    beginWorks: {
      workingDays: 5,
      weeks: 12,
      source:
        'Awaab’s Law: further works begin within 5 working days of the investigation’s end, or as soon as they can and within 12 weeks',
    },
  },
  answerLink: { days: 14, source: 'our own limit: a link by which another service answers works for 14 days' },
  askWhetherDone: { workingDays: 1, source: 'our own rule: on the morning after a promised day we ask whether it was done' },
  hearWhetherDone: { workingDays: 10, source: 'our own limit: a case stays open 10 working days for their answer' },
  // Duty D17 sets the day; the hour is our own, when most of a working day has gone and somebody can still be rung.
  askWhetherFixed: { at: '16:00', source: 'our own rule: on the promised day we ask whether it is fixed' },
  update: {
    workingDays: 5,
    source: 'our own rule: who waits hears from us every 5 working days; Housing Ombudsman Complaint Handling Code 5.9',
  },
  furthestUpdate: { workingDays: 20, source: 'our own limit: nobody waits longer than a month to hear from us' },
  decideOverdue: { workingDays: 1, source: 'our own rule: the Head decides within 1 working day' },
  settleWhoIsAnswered: { workingDays: 2, source: 'our own rule: who speaks for whom is recorded within 2 working days' },
  authorityAwaited: { workingDays: 10, source: 'our own limit: authority that has not come is asked for again after 10 working days' },
  equalityAdvice: { workingDays: 2, source: 'policy section 5 and our own rule: an equality co-ordinator advises within 2 working days' },
  reportDiscrimination: { workingDays: 0, source: 'policy section 5 and our own rule: reported on the same day' },
  agreedFormat: { workingDays: 0, source: 'our own rule: a letter in an agreed format is a task of the same day' },
  apology: { workingDays: 1, at: '10:00', source: 'our own rule: at 10:00 on the next working day after the due date' },
  // D22 asks for an answer or an extension at due -2, and D35 for one message at 08:30; half an hour for it to be written is our own.
  alerts: { warningBefore: 2, at: '08:30', byItselfFrom: '09:00', overdueDays: 10 },
};
