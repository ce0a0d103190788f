import * as z from 'zod/mini';
import { flags, ombudsmen, procedures, routes, type Suggestion, services } from '../../domain/triage/suggestion.ts';
import { exactly } from './exactly.ts';
import { storedCount } from './values.ts';

/** Also of what a message does with an open case. */
export const storedEvidence = z.object({
  about: z.string(),
  in: z.enum(['subject', 'text']),
  quote: z.string(),
  start: storedCount,
  end: storedCount,
  policy: z.string(),
});

export const storedSuggestion = exactly<Suggestion>()(
  z.object({
    primary: z.enum(routes),
    also: z.array(z.enum(routes)),
    procedure: z.enum(procedures),
    service: z.enum(services),
    ombudsman: z.enum(ombudsmen),
    flags: z.array(z.enum(flags)),
    confidence: z.number().check(z.minimum(0), z.maximum(1)),
    sure: z.boolean(),
    needsPerson: z.boolean(),
    otherLanguage: z.optional(z.literal(true)),
    why: z.array(storedEvidence),
  }),
);
