import * as z from 'zod/mini';
import { type Remedy, type RemedyOffer, type RemedyPromise, type RemedyState, remedyTypes } from '../../domain/cases/remedies/remedy.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedLocalDate } from './values.ts';

const pence = z.optional(storedCount);

const offer = {
  type: z.enum(remedyTypes),
  what: z.string(),
  impact: z.optional(z.string()),
  amountPence: pence,
  takenOffDebt: z.optional(z.string()),
  asCredit: z.optional(z.string()),
  forOmbudsman: z.optional(z.literal(true)),
  owner: storedOfficer,
  due: storedLocalDate,
};

/** In a proposal, before it has a number. */
export const storedRemedyOffer = exactly<RemedyOffer>()(z.object(offer));

export const storedRemedyPromise = exactly<RemedyPromise>()(z.object({ ...offer, number: storedCount }));

export const storedRemedyState = exactly<RemedyState>()(
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('promised') }),
    z.object({ is: z.literal('done'), on: storedLocalDate }),
    z.object({ is: z.literal('undeliverable'), on: storedLocalDate }),
  ]),
);

/** In the snapshot. */
export const storedRemedy = exactly<Remedy>()(
  z.object({
    number: storedCount,
    type: offer.type,
    what: offer.what,
    amountPence: pence,
    owner: storedOfficer,
    due: storedLocalDate,
    promisedOn: storedLocalDate,
    moved: z.optional(z.object({ firstDue: storedLocalDate, on: storedLocalDate })),
    state: storedRemedyState,
    asked: z.optional(z.object({ on: storedLocalDate, noticeId: z.string() })),
    confirmedOn: z.optional(storedLocalDate),
  }),
);
