import type { CouncilFacts } from '../../council/facts.ts';
import { deskTemplates } from './desk-templates.generated.js';
import { createRender, environmentOf, type Render } from './render.ts';
import { templates } from './templates.generated.js';
import { englishWords } from './words/words.ts';

// Apart from `render.ts`, so that a resident does not wait for the desk's templates, which are as large as everything else that they load.

const environment = environmentOf(templates, deskTemplates);

/** Draws the desk's pages, in English. */
export function createDeskRender(council: CouncilFacts): Render {
  return createRender(council, englishWords, [], environment);
}
