import { partsNotAlwaysNeeded } from '../cases/response-parts.ts';
import { type Block, type Letter, type NoticeKind, type PlannedNotice, type SectionName, sectionNames } from './notice.ts';

// What a letter must say is a section with a name, and a letter whose section says nothing does not leave (policy section 6; duty D33).

export type Section = { readonly section: SectionName; readonly blocks: readonly Block[] };

/** `escalation or Ombudsman` is the next step: the stage that is open to them, or the Ombudsman after our final response. */
const absolute: Readonly<Partial<Record<NoticeKind, readonly SectionName[]>>> = {
  acknowledgement: ['stage', 'definition', 'investigator'],
  response: ['stage', 'definition', 'decision', 'reasons', 'remedy', 'actions', 'next-step', 'ombudsman'],
  extension: ['new-date', 'reasons', 'ombudsman'],
  'stage-two-declined': ['decision', 'reasons', 'weighed', 'ombudsman'],
  'not-accepted': ['decision', 'reasons', 'weighed', 'alternative', 'ombudsman'],
  apology: ['investigator', 'new-date', 'ombudsman'],
  'file-infected': ['next-step'],
};

/** What an officer may leave out of them, with a reason; of a response only where nothing is upheld (`cases/not-needed.ts`). */
const notAlwaysNeeded: Readonly<Partial<Record<NoticeKind, readonly SectionName[]>>> = { response: partsNotAlwaysNeeded };

const inWords: Readonly<Record<SectionName, string>> = {
  stage: 'which stage this is',
  definition: 'what we understand the complaint to be',
  investigator: 'who is responsible',
  decision: 'the decision',
  reasons: 'the reasons',
  weighed: 'what was weighed against it',
  alternative: 'what the person can do instead',
  remedy: 'how we put things right',
  actions: 'what is still to be done',
  'new-date': 'the new date',
  'next-step': 'what the person can do next',
  ombudsman: 'how to reach the Ombudsman',
};

export function section(name: SectionName, ...blocks: readonly Block[]): Section {
  return { section: name, blocks };
}

/** A letter of blocks and sections in the order in which they are read. It bears the names of the sections that say something, wherever they stand. */
export function letterOf(subject: string, parts: readonly (Block | Section)[], leftOut: readonly SectionName[] = []): Letter {
  const sections = parts.filter((part) => 'section' in part);
  const empty = new Set(sections.filter(({ blocks }) => !blocks.some(saysSomething)).map((part) => part.section));
  return {
    subject,
    blocks: parts.flatMap((part) => ('section' in part ? part.blocks : [part])),
    sections: sectionNames.filter((name) => !empty.has(name) && sections.some((part) => part.section === name)),
    ...(leftOut.length > 0 && { leftOut }),
  };
}

/** One thing that a letter of that kind must say, and whether this one does. */
export type SectionCheck = { readonly section: SectionName; readonly what: string; readonly there: boolean };

/** What a letter of this kind must say, in the order in which it is read; `there`: the sections of which it says something. */
export function sectionChecks(kind: NoticeKind, there: readonly SectionName[]): readonly SectionCheck[] {
  return (absolute[kind] ?? []).map((name) => ({ section: name, what: inWords[name], there: there.includes(name) }));
}

/** In words for an officer: what the letter does not say and must. Empty where it can leave. */
export function missingSections({ kind, letter }: Pick<PlannedNotice, 'kind' | 'letter'>): readonly string[] {
  const { sections = [], leftOut = [] } = letter;
  const mayLack = leftOut.filter((name) => (notAlwaysNeeded[kind] ?? []).includes(name));
  return (absolute[kind] ?? []).filter((name) => !sections.includes(name) && !mayLack.includes(name)).map((name) => inWords[name]);
}

/** A heading alone says nothing. */
function saysSomething(block: Block): boolean {
  if ('heading' in block) return false;
  if ('paragraph' in block) return block.paragraph.trim() !== '';
  return 'list' in block ? block.list.length > 0 : block.terms.length > 0;
}
