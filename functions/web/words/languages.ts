import type { CouncilFacts } from '../../../council/facts.ts';
import type { Catalogue } from '../../domain/words/catalogue.ts';
import { createWords, type Language } from '../../domain/words/words.ts';
import { catalogueVersions } from '../assets.generated.js';
import type { PageRequest } from '../page.ts';
import { paths } from '../paths.ts';
import { createRender, type Render } from '../render.ts';
import { englishCatalogue } from './catalogue.ts';
import { languageButton } from './language-button.ts';
import { englishWords, type Words } from './words.ts';

/** What a browser asked for; `adapters/identity/chosen-language.ts`. */
export type ChosenLanguage = {
  /** The tag that its cookie holds, whatever it may be. */
  read(cookies: readonly string[]): string | undefined;
  /** A whole `Set-Cookie` value. */
  keep(tag: string): string;
};

/** What a page is drawn with for one request. */
export type Drawing = { readonly words: Words; readonly render: Render };

/** Loaded at their first use: nobody waits for words that they do not read. */
const catalogues: Readonly<Record<string, () => Promise<{ readonly default: Catalogue }>>> = {
  pl: () => import('./pl.json', { with: { type: 'json' } }),
  ro: () => import('./ro.json', { with: { type: 'json' } }),
  ur: () => import('./ur.json', { with: { type: 'json' } }),
  bn: () => import('./bn.json', { with: { type: 'json' } }),
};

/** Besides English: those whose very version a translator has signed. One sentence changed since, in either, and it is not offered. */
export function offeredLanguages({ translations }: Pick<CouncilFacts, 'translations'>): readonly Language[] {
  return translations.filter(({ tag, signed }) => signed !== undefined && signed.version === catalogueVersions[tag]);
}

/** English first, then whatever is offered; none where there is nothing to choose. */
export function languagesToChoose(council: CouncilFacts): readonly Language[] {
  const offered = offeredLanguages(council);
  return offered.length === 0 ? [] : [englishWords.language, ...offered];
}

/** Draws pages in the language that the browser chose, or in that of `tag`, if it is offered, and in English otherwise. */
export function createDrawing(
  council: CouncilFacts,
  chosen: ChosenLanguage,
  load: (language: Language) => Promise<Words> = loadWords,
): (request: Pick<PageRequest, 'cookies' | 'method' | 'route' | 'url'>, tag?: string) => Promise<Drawing> {
  const languages = languagesToChoose(council);
  const loaded = new Map<string, Promise<Words>>();
  const wordsOf = (language: Language): Promise<Words> => {
    const known = loaded.get(language.tag);
    if (known) return known;
    const words = load(language);
    loaded.set(language.tag, words);
    // The next request tries again: a fault of one moment is not kept.
    words.catch(() => loaded.delete(language.tag));
    return words;
  };
  return async (request, tag = chosen.read(request.cookies)) => {
    const language = languages.find((one) => one.tag === tag);
    const words = language ? await wordsOf(language) : englishWords;
    const links = languages.map((one) => ({
      ...one,
      href: paths.language(one.tag, backTo(request)),
      button: languageButton(one.tag),
      current: one.tag === words.language.tag,
    }));
    return { words, render: createRender(council, words, links) };
  };
}

async function loadWords(language: Language): Promise<Words> {
  const load = catalogues[language.tag];
  return load ? createWords(language, (await load()).default, englishCatalogue) : englishWords;
}

/** Where a language's link leads back to. A link's token stays out of a query, and what was posted has no page of its own. */
function backTo({ method, route, url }: Pick<PageRequest, 'method' | 'route' | 'url'>): string {
  if (route.includes('{token}')) return paths.start;
  const { pathname, search } = new URL(url);
  return method === 'GET' ? `${pathname}${search}` : pathname.replace(/\/(?:send|remove|added)$/, '');
}
