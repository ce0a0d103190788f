import * as z from 'zod/mini';
import { officerCommands } from '../../domain/cases/possible.ts';
import type { Draft, DraftKey } from '../../domain/desk/draft.ts';
import { exactly } from './exactly.ts';
import { storedInstant, storedReference } from './values.ts';

/** What an officer typed into a form and did not send. */
export const storedDraft = exactly<Draft>()(
  z.object({
    fields: z.array(z.tuple([z.string(), z.string()])),
    begunAt: storedInstant,
    savedAt: storedInstant,
    until: storedInstant,
    sentAs: z.optional(z.string()),
  }),
);

export const storedDraftKey = exactly<DraftKey>()(
  z.object({ reference: storedReference, subject: z.string(), action: z.enum(officerCommands) }),
);
