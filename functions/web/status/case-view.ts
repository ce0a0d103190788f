import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import { inPounds } from '../../domain/cases/remedies/money.ts';
import type { CaseStatus, Happening, Owed, PromiseTold } from '../../domain/status/case-status.ts';
import { paths } from '../paths.ts';
import { happenedInWords, lettersInWords, owedInWords, promisesInWords, stageInWords } from './words.ts';

/** What the page of a case shows. */
export function statusView(status: CaseStatus, council: CouncilFacts) {
  const { reference, lettersOnly, stage, owed, promises, happened } = status;
  const shared = { reference, lettersOnly, happened: happened.map(happening).toReversed(), tell: whatToTell(status) };
  if (lettersOnly) return shared;
  return {
    ...shared,
    stage: stageInWords(stage, inWords),
    owed: owed.map(owedRow),
    promises: promises.map(promiseRow),
    who: whoLooks(status, council),
  };
}

function happening(entry: Happening) {
  const on = inWords(entry.on);
  if (entry.what !== 'letter') return { on, text: happenedInWords[entry.what] };
  return { on, text: lettersInWords[entry.kind] ?? 'We wrote to you', href: paths.statusLetter(entry.letter) };
}

function owedRow({ kind, by, late, counted }: Owed) {
  return {
    what: owedInWords[kind],
    by: by ? `By ${inWords(by)}` : 'As soon as we can',
    why: late ? 'We missed this date. We are sorry. We write to you as soon as we can.' : whyThen(counted),
    late,
  };
}

function whyThen(counted: Owed['counted']): string {
  if (!counted) return 'This is the date that we gave you.';
  const { workingDays, from } = counted;
  return `That is ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} after ${inWords(from)}. Weekends and bank holidays do not count.`;
}

function promiseRow({ number, what, amountPence, due, is, asks }: PromiseTold) {
  return {
    what: amountPence === undefined ? what : `${what} (${inPounds(amountPence)})`,
    by: inWords(due),
    standing: promisesInWords[is],
    ask: asks ? paths.statusSay(`done-${number}`) : undefined,
  };
}

function whoLooks({ investigator }: CaseStatus, { services, complaints }: CouncilFacts) {
  if (!investigator) return undefined;
  const { name, service, telephone, external } = investigator;
  const officer = [name, services[service]?.name].filter(Boolean).join(', ');
  return {
    name: external ? `${external.name}, ${external.organisation}` : officer,
    contact: external ? officer : undefined,
    telephone: telephone ?? complaints.telephone,
    direct: telephone !== undefined,
  };
}

/** What they can tell us here; each is a page of its own. */
function whatToTell({ may, lettersOnly, stage }: CaseStatus): readonly { readonly href: string; readonly text: string }[] {
  const says = (what: string, text: string) => ({ href: paths.statusSay(what), text });
  const closedByThem = stage.is === 'closed' && stage.because === 'withdrawn';
  return [
    ...(may.sayWhetherFixed && !lettersOnly ? [says('fixed', 'Tell us whether it is fixed')] : []),
    says('add', closedByThem ? 'Tell us that you have changed your mind, or add something' : 'Add something'),
    says('not-satisfied', may.notSatisfied === 'stage-two' ? 'I am not satisfied: ask us to look at it again' : 'I am not satisfied'),
    says('call', 'Ask us to ring you'),
    ...(may.withdraw && !lettersOnly ? [says('withdraw', 'Withdraw your complaint')] : []),
  ];
}
