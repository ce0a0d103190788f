import type { Acknowledged, Acknowledgement, Answered } from '../../cases/case.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
import { stageBeganOn } from '../../deadlines/stage-clock.ts';
import type { Block, Letter } from '../notice.ts';
import {
  directLineOf,
  dueInWords,
  greeting,
  howToAdd,
  type LetterContext,
  officerInWords,
  ombudsmanDetails,
  paragraphs,
  responseDeadline,
  type WithLetterWords,
} from '../parts.ts';
import { letterOf, section } from '../sections.ts';

/** The policy's act (section 6): our understanding, who investigates, and the date of the response. Duties D10 and D20. */
export function acknowledgement(state: Acknowledged, context: LetterContext): Letter {
  const { council, staff } = context;
  const { t } = context.words;
  const { reference } = state;
  const investigator = officerInWords(state.allocation, { council, staff });
  return letterOf(t('acknowledgement.subject', { reference }), [
    greeting(state, context),
    section('stage', { paragraph: `${howItBegan(state, context)} ${stageAndDate(state, context)}` }),
    section('investigator', { heading: t('acknowledgement.who') }, ...whoLooksIntoIt(state, investigator, context)),
    section('definition', ...definedAs(state.acknowledgement, context)),
    ...outcomesAndLimits(state.acknowledgement, context),
    { paragraph: t('acknowledgement.correctUs') },
    ...yourRights(state, context),
    ...howToAdd(context, reference, directLineOf(state, staff)),
    { paragraph: investigator },
  ]);
}

/** An external investigator is named with our reasons, and somebody of the council answers for them (policy section 5). */
function whoLooksIntoIt(
  { allocation: { external }, stageTwo }: Acknowledged,
  investigator: string,
  { words: { t } }: WithLetterWords,
): readonly Block[] {
  if (!external)
    return [
      {
        paragraph: stageTwo
          ? t('acknowledgement.investigatorNewToIt', { investigator })
          : t('acknowledgement.investigator', { investigator }),
      },
    ];
  const { name, organisation, reasons } = external;
  return [
    {
      paragraph: stageTwo
        ? t('acknowledgement.externalNewToIt', { name, organisation })
        : t('acknowledgement.external', { name, organisation }),
    },
    { paragraph: t('acknowledgement.whyExternal') },
    ...paragraphs(reasons),
    { paragraph: t('acknowledgement.contact', { investigator }) },
  ];
}

/** What we take the complaint to be, what they want, and what is not ours (both Codes 5.6 and 5.7). */
export function ourUnderstanding(acknowledgement: Acknowledgement, context: WithLetterWords): readonly Block[] {
  return [...definedAs(acknowledgement, context), ...outcomesAndLimits(acknowledgement, context)];
}

function definedAs(acknowledgement: Acknowledgement, context: WithLetterWords): readonly Block[] {
  return [
    { heading: context.words.t('shared.ourUnderstanding') },
    ...paragraphs(acknowledgement.definition),
    ...pointsWeAnswer(acknowledgement, context),
  ];
}

export function outcomesAndLimits(
  { outcomesSought, notResponsibleFor }: Acknowledgement,
  { words: { t } }: WithLetterWords,
): readonly Block[] {
  return [
    ...titled(t('acknowledgement.outcomesSought'), outcomesSought),
    ...titled(t('acknowledgement.notResponsibleFor'), notResponsibleFor),
  ];
}

/** Where stage one never answered, that is said first (duty D25). */
function howItBegan(state: Acknowledged, { words: { t, date: inWords } }: WithLetterWords): string {
  const date = inWords(stageBeganOn(state));
  const who = whoWroteForThem(state);
  if (!state.stageTwo) return who ? t('acknowledgement.receivedFor', { who, date }) : t('acknowledgement.received', { date });
  if (state.stageTwo.stageOne.response)
    return who ? t('acknowledgement.othersNotSatisfied', { date }) : t('acknowledgement.notSatisfied', { date });
  return who ? t('acknowledgement.othersAskedUnanswered', { date }) : t('acknowledgement.askedUnanswered', { date });
}

function stageAndDate(state: Acknowledged, context: LetterContext): string {
  const { t } = context.words;
  const date = dueInWords(context, responseDeadline(state));
  if (state.stageTwo) return date ? t('acknowledgement.stageTwoBy', { date }) : t('acknowledgement.stageTwo');
  return date ? t('acknowledgement.stageOneBy', { date }) : t('acknowledgement.stageOne');
}

/** An offer of help, said in every acknowledgement (policy section 4; duties D10 and D20). */
export function yourRights(state: Acknowledged | Answered, { council, words }: Pick<LetterContext, 'council' | 'words'>): readonly Block[] {
  const { t } = words;
  const housing = council.ombudsmen.HOS;
  return [
    { heading: t('acknowledgement.rights') },
    {
      list: [
        t('acknowledgement.rightNotAffected'),
        t('acknowledgement.rightRepresented'),
        t('acknowledgement.rightAdvocate'),
        t('acknowledgement.rightAdjustments'),
      ],
    },
    ...(state.ombudsman === 'HOS' || ombudsmenOfComplaint(state).includes('HOS')
      ? [{ paragraph: t('acknowledgement.ourTenant', { ombudsman: housing.name }) }, ombudsmanDetails(housing, { words })]
      : []),
  ];
}

/** Listed where there is more than one: our answer decides each (both Codes 6.7). What stays as stage one answered it is said, so that they can correct us. */
function pointsWeAnswer({ points = [], notDisputed = [] }: Acknowledgement, { words: { t } }: WithLetterWords): readonly Block[] {
  const listed = points.length > 1 || (points.length > 0 && notDisputed.length > 0);
  return [
    ...(listed ? [{ paragraph: t('acknowledgement.points') }, { list: points.map(({ words }) => words) }] : []),
    ...(notDisputed.length > 0 ? [{ paragraph: t('acknowledgement.notDisputed') }, { list: notDisputed.map(({ words }) => words) }] : []),
  ];
}

function titled(heading: string, text: string | undefined): readonly Block[] {
  return text?.trim() ? [{ heading }, ...paragraphs(text)] : [];
}
