import * as z from 'zod/mini';
import { copyResults, type FileCheck, scanResults } from '../../domain/intake/file-check.ts';
import { exactly } from './exactly.ts';
import { storedInstant } from './values.ts';

/** What is known of one stored file. */
export const storedFileCheck = exactly<FileCheck>()(
  z.object({
    scan: z.optional(z.enum(scanResults)),
    version: z.optional(z.string()),
    scannedAt: z.optional(storedInstant),
    seen: z.optional(z.string()),
    asNamed: z.optional(z.boolean()),
    copy: z.optional(z.enum(copyResults)),
    toldAt: z.optional(storedInstant),
    senderToldAt: z.optional(storedInstant),
  }),
);
