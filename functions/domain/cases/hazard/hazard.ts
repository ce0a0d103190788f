import type { Instant, LocalDate } from '../../calendar/local-date.ts';

// A hazard in a council home has clocks of its own beside the complaint, and neither waits for the other (Awaab's Law, duty D16).

/** `emergency`: 24 hours to make it safe. `significant`: damp, mould and what the law puts beside them. */
export const hazardKinds = ['emergency', 'significant'] as const;
export type HazardKind = (typeof hazardKinds)[number];

export const hazardSteps = ['investigated', 'summary-sent', 'made-safe'] as const;
export type HazardStep = (typeof hazardSteps)[number];

export type Hazard = {
  readonly kind: HazardKind;
  /** When the council became aware of it: the emergency's 24 hours run from this moment. */
  readonly awareAt: Instant;
  /** The London date of each step that was taken. */
  readonly done: { readonly [step in HazardStep]?: LocalDate };
};

export type HazardCommand =
  | { readonly type: 'start-hazard'; readonly kind: HazardKind; readonly awareAt: Instant }
  | { readonly type: 'record-hazard-step'; readonly step: HazardStep; readonly on: LocalDate };

export type HazardEvent =
  | { readonly type: 'hazard-started'; readonly kind: HazardKind; readonly awareAt: Instant; readonly on: LocalDate }
  | { readonly type: 'hazard-step-recorded'; readonly step: HazardStep; readonly on: LocalDate };

/** Steps that are still owed, in their order; an emergency is investigated and made safe in one. */
export function stepsOwed({ kind, done }: Hazard): readonly HazardStep[] {
  if (kind === 'emergency') return done['made-safe'] ? [] : ['made-safe'];
  return hazardSteps.filter((step) => done[step] === undefined);
}

export function hazardGoesOn(hazard: Hazard | undefined): hazard is Hazard {
  return hazard !== undefined && stepsOwed(hazard).length > 0;
}
