import slim from 'nunjucks/browser/nunjucks-slim.js';
import type { CouncilFacts } from '../../council/facts.ts';
import { readsOtherwise } from '../domain/words/direction.ts';
import type { Language } from '../domain/words/words.ts';
import { assetNames } from './assets.generated.js';
import { firstQuestion } from './complaint/questions.ts';
import { paths } from './paths.ts';
import { templates } from './templates.generated.js';
import type { WordKey } from './words/catalogue.ts';
import { markedUp } from './words/marked-up.ts';
import { englishWords, type Words } from './words/words.ts';

/** Draws one page: `template` by its path under `functions/web`, `view` with everything it shows. What people typed is escaped. */
export type Render = (template: string, view: object) => string;

/** A link to the same page in another language. `button`: what leads there from a page that keeps what is typed first. */
export type LanguageLink = Language & { readonly href: string; readonly button: string; readonly current: boolean };

export function environmentOf(...compiled: readonly Readonly<Record<string, unknown>>[]): slim.Environment {
  return new slim.Environment(
    compiled.map((some) => new slim.PrecompiledLoader(some)),
    { autoescape: true },
  );
}

const forResidents = environmentOf(templates);

/** Residents' pages, unless `environment` has others; in English, where no other words are given. */
export function createRender(
  council: CouncilFacts,
  words: Words = englishWords,
  languages: readonly LanguageLink[] = [],
  environment: slim.Environment = forResidents,
): Render {
  const frame = {
    council,
    t: words.t,
    rich: (key: WordKey, values: Readonly<Record<string, unknown>>, href?: string) => markedUp(words, key, values, href),
    language: words.language,
    readsOtherwise,
    inEnglish: words === englishWords,
    languages,
    paths: {
      start: paths.start,
      complaint: paths.complaint,
      firstQuestion: paths.question(firstQuestion),
      send: paths.send,
      sent: paths.sent,
      copy: paths.copy,
      saving: paths.saving,
      moreTime: paths.moreTime,
      clearAnswers: paths.clearAnswers,
      status: paths.status,
      accessibility: paths.accessibility,
      privacy: paths.privacy,
      cookies: paths.cookies,
      otherWays: paths.otherWays,
      desk: paths.desk,
      search: paths.search,
      staff: paths.staff,
      log: paths.log,
      reallocate: paths.reallocate,
      passOn: paths.passOn,
      wording: paths.wording,
      bankHolidays: paths.bankHolidays,
      signIn: paths.signIn,
      signOut: paths.signOut,
    },
    assets: {
      style: paths.asset(assetNames['complaints.css']),
      script: paths.asset(assetNames['enhance.js']),
      icon: paths.asset(assetNames['icon.svg']),
    },
  };
  return (template, view) => environment.render(template, { ...frame, ...view });
}
