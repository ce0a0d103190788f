import type { CouncilFacts } from '../../../council/facts.ts';
import { type Page, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { type ChosenLanguage, languagesToChoose } from './languages.ts';

/** GET /language/{tag}: remembers the language and goes back to where they were; a link, so that it works without a script. */
export function chooseLanguage({ council, language }: { readonly council: CouncilFacts; readonly language: ChosenLanguage }): Page {
  return async ({ params, query }) => {
    const chosen = languagesToChoose(council).find(({ tag }) => tag === params['tag']);
    return seeOther(ownPage(query.get('to')), chosen && [language.keep(chosen.tag)]);
  };
}

/** A page of ours, whatever a link says: nobody is sent to another site by way of this one. */
function ownPage(to: string | null): string {
  const here = 'https://here.invalid';
  const target = URL.parse(to ?? '', here);
  return target?.origin === here && !target.pathname.startsWith('//') ? `${target.pathname}${target.search}` : paths.start;
}
