import type { Sight } from '../sighting.ts';
import { datesTold } from './dates-told.ts';
import { hardlyAnythingSaid } from './hardly-anything-said.ts';
import { leadingService } from './leading-service.ts';
import { namedPeople } from './named-people.ts';
import { notInEnglish } from './not-in-english.ts';
import { givesAPenaltyNumber } from './penalty-number.ts';
import { seenTogether } from './seen-together.ts';
import { whenItHappened } from './when-it-happened.ts';

/** Every sight there is; their order means nothing. */
export const allSights: readonly Sight[] = [
  leadingService,
  datesTold,
  hardlyAnythingSaid,
  namedPeople,
  notInEnglish,
  seenTogether,
  whenItHappened,
  givesAPenaltyNumber,
];
