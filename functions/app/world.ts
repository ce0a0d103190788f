import type { CouncilFacts } from '../../council/facts.ts';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { Wording } from '../domain/notices/wording/open-pieces.ts';
import type { Rules } from '../domain/policy/rules.ts';
import type { Rota } from '../domain/registers/rota.ts';
import type { LetterCatalogues } from '../domain/words/catalogue.ts';
import type { Log } from './ports.ts';

/** What every use case knows: the rules that hold, whose council it is, what time it is, and where to note what happened. */
export type World = {
  readonly rules: Rules;
  readonly council: CouncilFacts;
  /** What the complaints team changed in the wording of letters. */
  readonly wording?: Wording;
  /** Of letters, in the languages that are offered besides English. */
  readonly letterCatalogues?: LetterCatalogues;
  /** Who is on call for possible harm. Without it nobody is, and the out-of-hours contact is told first. */
  readonly rota?: Rota;
  /** Where residents and officers reach the service: for links in officers' mail. */
  readonly publicUrl: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly log: Log;
};
