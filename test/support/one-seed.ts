import * as fc from 'fast-check';

/**
 * Every run draws the same lives, so that a red run can be repeated and a green one stays green until something changes. To look for what these do
 * not show: `PROPERTY_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122) });
