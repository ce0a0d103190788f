import type { Period } from './periods.ts';

/** A hard copy of the policy that somebody asks for is posted. */
export const postPolicyCopy: Period = { workingDays: 2, source: 'duty D11; a period of our own' };
