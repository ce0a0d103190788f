import type { Story } from '../story.ts';
import { callsAndCounter } from './calls-and-counter.ts';
import { careAndSafety } from './care-and-safety.ts';
import { housing } from './housing.ts';
import { money } from './money.ts';
import { otherWays } from './other-ways.ts';
import { roadsAndParking } from './roads-and-parking.ts';
import { thisMorning } from './this-morning.ts';
import { wasteAndStreets } from './waste-and-streets.ts';

/** The whole fortnight. Within a day things happen in this order. */
export const stories: readonly Story[] = [
  ...housing,
  ...wasteAndStreets,
  ...roadsAndParking,
  ...money,
  ...careAndSafety,
  ...otherWays,
  ...callsAndCounter,
  ...thisMorning,
];
