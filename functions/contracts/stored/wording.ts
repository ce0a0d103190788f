import * as z from 'zod/mini';
import type { WordingChange } from '../../domain/notices/wording/changing.ts';
import { isOpenPiece, type OpenPiece } from '../../domain/notices/wording/open-pieces.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedInstant } from './values.ts';

/** Pieces that a later release no longer has are passed over when they are read. */
export const storedWording = z.object({ number: storedCount, words: z.record(z.string(), z.string()) });

const storedPiece = z.custom<OpenPiece>((name) => typeof name === 'string' && isOpenPiece(name));

export const storedWordingChange = z.object({
  number: storedCount,
  piece: storedPiece,
  words: z.optional(z.string()),
  by: storedOfficer,
  at: storedInstant,
}) satisfies z.ZodMiniType<WordingChange>;
