import type { CouncilFacts } from '../../../council/facts.ts';
import { promiseNamed } from '../../domain/cases/remedies/in-words.ts';
import type { CaseStatus, Happening, Owed, PromiseTold } from '../../domain/status/case-status.ts';
import { paths } from '../paths.ts';
import type { Words } from '../words/words.ts';
import { letterInWords, stageInWords } from './words.ts';

/** What the page of a case shows. */
export function statusView(words: Words, status: CaseStatus, council: CouncilFacts) {
  const { reference, lettersOnly, stage, owed, promises, happened } = status;
  const shared = {
    reference,
    lettersOnly,
    happened: happened.map((one) => happening(words, one)).toReversed(),
    unsafeFiles: happened.flatMap((one) => ('own' in one ? (one.own?.files ?? []) : [])).filter(({ unsafe }) => unsafe).length,
    tell: whatToTell(words, status),
  };
  if (lettersOnly) return shared;
  return {
    ...shared,
    stage: stageInWords(words, stage),
    owed: owed.map((one) => owedRow(words, one)),
    promises: promises.map((one) => promiseRow(words, one)),
    who: whoLooks(status, council),
  };
}

function happening(words: Words, entry: Happening) {
  const on = words.date(entry.on);
  switch (entry.what) {
    case 'letter':
      return { on, text: letterInWords(words, entry.kind), href: paths.statusLetter(entry.letter) };
    case 'received':
      return { on, text: words.t(entry.byAnother ? 'happened.receivedForYou' : 'happened.received'), own: entry.own };
    case 'message':
      return { on, text: words.t(`happened.${entry.says ?? 'message'}`), own: entry.own };
    case 'closed':
      return { on, text: words.t('happened.closed') };
  }
}

function owedRow({ t, date }: Words, { kind, by, late, counted }: Owed) {
  return {
    what: t(`owed.${kind}`),
    by: by ? t('status.by', { date: date(by) }) : t('status.asSoonAsWeCan'),
    why: late
      ? t('status.missed')
      : counted
        ? t('status.counted', { count: counted.workingDays, date: date(counted.from) })
        : t('status.dateGiven'),
    late,
  };
}

function promiseRow({ t, date }: Words, { number, what, amountPence, due, moved, is, asks }: PromiseTold) {
  return {
    what: promiseNamed({ what, amountPence }),
    by: date(due),
    moved: moved && { firstDue: date(moved.firstDue), on: date(moved.on) },
    standing: t(`promise.${is}`),
    ask: asks ? paths.statusSay(`done-${number}`) : undefined,
  };
}

function whoLooks({ investigator, withTheTeam }: CaseStatus, { services, complaints }: CouncilFacts) {
  // Somebody new is to be found: nobody is sent to the officer with whose answer they are not satisfied.
  if (withTheTeam) return { key: 'status.whoTeam', telephone: complaints.telephone, direct: true };
  if (!investigator) return undefined;
  const { name, service, telephone, external } = investigator;
  const officer = [name, services[service]?.name].filter(Boolean).join(', ');
  return {
    key: external ? 'status.whoOutside' : 'status.whoHere',
    name: external ? `${external.name}, ${external.organisation}` : officer,
    contact: external ? officer : undefined,
    telephone: telephone ?? complaints.telephone,
    direct: telephone !== undefined,
  };
}

/** What they can tell us here; each is a page of its own. */
function whatToTell({ t }: Words, { may, lettersOnly, stage }: CaseStatus): readonly { readonly href: string; readonly text: string }[] {
  const says = (what: string, text: string) => ({ href: paths.statusSay(what), text });
  const byThem = stage.is === 'withdrawal-asked' || (stage.is === 'closed' && stage.because === 'withdrawn');
  return [
    ...(may.sayWhetherFixed && !lettersOnly ? [says('fixed', t('status.tellFixed'))] : []),
    says('add', t(byThem ? 'status.tellChangedMind' : 'say.add')),
    says('not-satisfied', t(may.notSatisfied === 'stage-two' ? 'status.tellStageTwo' : 'status.tellNotSatisfied')),
    says('call', t('say.call')),
    ...(may.withdraw && !lettersOnly ? [says('withdraw', t('say.withdraw'))] : []),
  ];
}
