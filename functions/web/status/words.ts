import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { NoticeKind } from '../../domain/notices/notice.ts';
import type { StageTold } from '../../domain/status/case-status.ts';
import { type English, englishCatalogue } from '../words/catalogue.ts';
import type { Words } from '../words/words.ts';

// Which sentences of the catalogue say where a case stands.

type Told = { readonly title: string; readonly text: string };
type StageKey = keyof English['stage'];
/** A title that has a text beside it, `withUs` and `withUsText`. */
type Titled = { [Key in StageKey]: `${Key}Text` extends StageKey ? Key : never }[StageKey];

/** Where it stands, in a title and a sentence or two. */
export function stageInWords({ t, date }: Words, stage: StageTold): Told {
  const told = (key: Titled, on?: LocalDate): Told => ({ title: t(`stage.${key}`), text: t(`stage.${key}Text`, on && { date: date(on) }) });
  switch (stage.is) {
    case 'with-us':
      return told('withUs');
    case 'looked-into':
      return told(stage.stageTwo ? 'lookedIntoAgain' : 'lookedInto');
    case 'answered':
      return told(stage.stageTwo ? 'finallyAnswered' : 'answered', stage.on);
    case 'asked-again':
      return told('askedAgain', stage.on);
    case 'withdrawal-asked':
      return told('withdrawalAsked', stage.on);
    case 'service-request':
      return stage.answeredOn ? told('requestAnswered', stage.answeredOn) : told('request');
    case 'another-way':
      return told(anotherWay[stage.by] ?? 'anotherWay');
    case 'closed':
      return told(closed[stage.because], stage.on);
  }
}

const anotherWay: Partial<Record<NoticeKind, Titled>> = {
  'handed-over': 'handedOver',
  signposted: 'signposted',
  'not-accepted': 'notAccepted',
  'feedback-thanks': 'feedback',
};

const closed: Record<Extract<StageTold, { is: 'closed' }>['because'], Titled> = {
  concluded: 'concluded',
  withdrawn: 'withdrawn',
  'part-of-another': 'merged',
};

type LetterKey = keyof English['letter'] & NoticeKind;

/** What a letter did, for the person who got it. */
export function letterInWords({ t }: Words, kind: NoticeKind): string {
  return hasWords(kind) ? t(`letter.${kind}`) : t('happened.letter');
}

function hasWords(kind: NoticeKind): kind is LetterKey {
  return kind in englishCatalogue.letter;
}
