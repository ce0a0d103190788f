import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { ReportedThing } from '../../cases/discrimination/discrimination.ts';
import { leadServiceOf } from '../../cases/lead-service.ts';
import type { Block, Letter } from '../notice.ts';
import { type NoticeContext, toldDay } from '../parts.ts';

// To officers: reference, service and link, and nothing of what the person wrote or what was found about whom (decision 32).

export function equalityAdviceWanted(state: CaseState, context: NoticeContext): Letter {
  const due = toldDay(context.deadlines, 'equality-advice');
  return {
    subject: `${state.reference}: your advice is needed before we answer`,
    blocks: [
      {
        paragraph: `An equality co-ordinator must advise before this complaint is answered (policy section 5).${due ? ` Please give your advice by ${inWords(due)}.` : ''} The time to answer the complaint runs on meanwhile.`,
      },
      ...whichCase(state, context),
    ],
  };
}

export function discriminationReport(state: CaseState, what: ReportedThing, context: NoticeContext): Letter {
  const said =
    what === 'finding'
      ? 'Our answer to a complaint finds discrimination.'
      : 'An equality co-ordinator has a serious concern about a complaint that is being looked into.';
  return {
    subject: `${state.reference}: reported to you under section 5 of the complaints policy`,
    blocks: [{ paragraph: `${said} Please read the case today.` }, ...whichCase(state, context)],
  };
}

function whichCase(state: CaseState, { council, publicUrl }: NoticeContext): readonly Block[] {
  return [
    {
      terms: [
        { term: 'Reference', detail: state.reference },
        { term: 'Service', detail: council.services[leadServiceOf(state)]?.name ?? 'Not decided' },
      ],
    },
    { paragraph: `${publicUrl}/desk/cases/${state.reference}` },
  ];
}
