import slim from 'nunjucks/browser/nunjucks-slim.js';
import type { CouncilFacts } from '../../council/facts.ts';
import { assetNames } from './assets.generated.js';
import { firstQuestion } from './complaint/questions.ts';
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
