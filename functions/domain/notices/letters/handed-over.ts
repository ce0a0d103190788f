import type { Actor } from '../../cases/actor.ts';
import type { CaseState } from '../../cases/case.ts';
import type { HandingOver } from '../../cases/turning-away/turning-away.ts';
import { theirProcedures } from '../../policy/receiving-teams.ts';
import type { Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs, wroteForYou } from '../parts.ts';
import { partOfIt, signedBy, theRestGoesOn } from './turned-away.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

/** They send nothing again, and the day on which we had it counts (duty D12). */
export function handedOver(state: CaseState, said: HandingOver & { readonly decidedBy: Actor }, context: LetterContext): Letter {
  const { council, staff, words } = context;
  const { t } = words;
  const { reference } = state;
  const team = council.receivingTeams[said.to]?.name ?? council.complaints.teamName;
  const date = words.date(said.receivedOn);
  const whole = said.part === undefined;
  return {
    subject: whole ? t('handedOver.subject', { reference }) : t('handedOver.subjectPart', { reference }),
    blocks: [
      greeting(state, context),
      ...wroteForYou(state, context),
      { paragraph: whole ? t('handedOver.nowWith', { team, date }) : t('handedOver.partNowWith', { team, date }) },
      ...partOfIt(said.part, context),
      { heading: t('shared.why') },
      { paragraph: t('handedOver.dealtWithAs', { procedure: t(theirProcedures[said.to].as) }) },
      ...paragraphs(said.reasons),
      { heading: t('shared.next') },
      ...paragraphs(said.told),
      { paragraph: t('handedOver.weMakeSure') },
      ...theRestGoesOn(said.part, context),
      { heading: t('turnedAway.ifYouDisagree') },
      ...whoseOmbudsman(state, 'disagree', context),
      ...howToAdd(context, reference, directLine(said.decidedBy, staff)),
      signedBy(said.decidedBy, council),
    ],
  };
}
