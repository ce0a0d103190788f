import type { Instant, LocalDate } from '../../calendar/local-date.ts';

// A hazard in a council home has clocks of its own beside the complaint, and neither waits for the other (Awaab's Law, duty D16).

/** `emergency`: 24 hours to make it safe. `significant`: damp, mould and what the law puts beside them. */
export const hazardKinds = ['emergency', 'significant'] as const;
export type HazardKind = (typeof hazardKinds)[number];

/**
 * `works-begun`: what the investigation found to be needed besides making it safe; owed only where it did. `works-arranged`: they cannot begin in
 * the time of the law, and have a day of their own within its last day; owed by nobody, and recorded as often as that day moves.
 */
export const hazardSteps = ['investigated', 'summary-sent', 'made-safe', 'works-arranged', 'works-begun'] as const;
export type HazardStep = (typeof hazardSteps)[number];

export type Hazard = {
  readonly kind: HazardKind;
  /** When the council became aware of it: the emergency's 24 hours run from this moment. */
  readonly awareAt: Instant;
  /** The London date of each step that was taken. */
  readonly done: { readonly [step in HazardStep]?: LocalDate };
  /** When an emergency was made safe: its 24 hours are counted to this moment. */
  readonly safeAt?: Instant;
  /** The investigation found that more must be done than making it safe. */
  readonly furtherWorks?: true;
  /** The London date by which they are arranged to begin, where they could not in the time of the law. */
  readonly worksBeginBy?: LocalDate;
};

type HazardStepTaken = {
  readonly step: HazardStep;
  readonly on: LocalDate;
  /** The moment on that day: of an emergency made safe. */
  readonly doneAt?: Instant;
  /** With the investigation: further works are needed. */
  readonly furtherWorks?: true;
  /** With works that are arranged: by when they begin, and why not sooner. */
  readonly beginBy?: LocalDate;
  readonly because?: string;
};

export type HazardCommand =
  | { readonly type: 'start-hazard'; readonly kind: HazardKind; readonly awareAt: Instant }
  | ({ readonly type: 'record-hazard-step' } & HazardStepTaken);

export type HazardEvent =
  | { readonly type: 'hazard-started'; readonly kind: HazardKind; readonly awareAt: Instant; readonly on: LocalDate }
  | ({ readonly type: 'hazard-step-recorded' } & HazardStepTaken);

/** Steps that are still owed, in their order; an emergency is investigated and made safe in one. */
export function stepsOwed({ kind, done, furtherWorks }: Hazard): readonly HazardStep[] {
  if (kind === 'emergency') return done['made-safe'] ? [] : ['made-safe'];
  return hazardSteps.filter((step) => step !== 'works-arranged' && done[step] === undefined && (step !== 'works-begun' || furtherWorks));
}

/** Those that are owed, and what may stand before the last of them. */
export function stepsToRecord(hazard: Hazard): readonly HazardStep[] {
  const owed = stepsOwed(hazard);
  return hazardSteps.filter((step) => owed.includes(step) || (step === 'works-arranged' && owed.includes('works-begun')));
}

export function hazardGoesOn(hazard: Hazard | undefined): hazard is Hazard {
  return hazard !== undefined && stepsOwed(hazard).length > 0;
}
