import slim from 'nunjucks/browser/nunjucks-slim.js';
import type { CouncilFacts } from '../../council/facts.ts';
import { assetNames } from './assets.generated.js';
import { paths } from './paths.ts';
import { templates } from './templates.generated.js';

/** Draws one page: `template` by its path under `functions/web`, `view` with everything it shows. What people typed is escaped. */
export type Render = (template: string, view: object) => string;

export function createRender(council: CouncilFacts): Render {
  const environment = new slim.Environment(new slim.PrecompiledLoader(templates), { autoescape: true });
  const frame = {
    council,
    paths: {
      start: paths.start,
      complaint: paths.complaint,
      send: paths.send,
      desk: paths.desk,
      staff: paths.staff,
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
