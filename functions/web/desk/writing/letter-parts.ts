import type { OfficerCommand } from '../../../domain/cases/possible.ts';

// A letter that was written in Word, taken apart by its headings: what stands under a heading that we know goes into its field, the rest is shown.

/** `fields`: by name, as far as headings said where the words belong. `rest`: paragraphs under no heading that we know. */
export type LetterParts = { readonly fields: Readonly<Record<string, string>>; readonly rest: readonly string[] };

/** Headings as they stand in such letters, without case and marks. */
const headings: Readonly<Partial<Record<OfficerCommand, Readonly<Record<string, readonly string[]>>>>> = {
  acknowledge: {
    definition: ['your complaint', 'what we understand', 'what we understand the complaint to be', 'our understanding of your complaint'],
    outcomesSought: ['what you would like to happen', 'what would put it right', 'the outcome you would like', 'outcome sought'],
    notResponsibleFor: ['what we are not responsible for'],
  },
  respond: {
    decision: ['our answer', 'the answer', 'our decision', 'the decision', 'decision', 'outcome', 'summary'],
    'reasons-1': [
      'reasons',
      'the reasons',
      'our reasons',
      'our findings',
      'findings',
      'what we found',
      'what we looked at',
      'our investigation',
    ],
    remedy: ['how we put things right', 'putting things right', 'remedy', 'what we have done', 'what we have done to put it right'],
    actions: ['actions', 'what is still to be done', 'what happens now'],
  },
};

/** What the form calls those fields. */
const fieldNames: Readonly<Record<string, string>> = {
  definition: 'what we understand the complaint to be',
  outcomesSought: 'what the person would like to happen',
  notResponsibleFor: 'what we are not responsible for',
  decision: 'the answer',
  remedy: 'what we have done already to put it right',
  actions: 'what others do',
};

/** The fields that a letter filled, as an officer reads their names. */
export function filledFields({ fields }: LetterParts): readonly string[] {
  return Object.keys(fields).map((field) => fieldNames[field] ?? `reasons of point ${field.replace('reasons-', '')}`);
}

/** Actions whose letter may come from Word. */
export function takesWordLetter(action: OfficerCommand): boolean {
  return action in headings;
}

/** `paragraphs` in their order; a heading is a paragraph that says one of the names, and nothing else. */
export function partsOfLetter(paragraphs: readonly string[], action: OfficerCommand): LetterParts {
  const found = new Map<string, string[]>();
  const rest: string[] = [];
  let into: string[] = rest;
  for (const paragraph of paragraphs.map((one) => one.trim()).filter((one) => one !== '')) {
    const field = fieldOf(paragraph, action);
    if (field === undefined) into.push(paragraph);
    else {
      into = found.get(field) ?? [];
      found.set(field, into);
    }
  }
  const fields = [...found].filter(([, words]) => words.length > 0).map(([field, words]) => [field, words.join('\n\n')]);
  return { fields: Object.fromEntries(fields), rest };
}

/** “2. Our findings:” is “our findings”; “Point 2” has the reasons of that point. */
function fieldOf(paragraph: string, action: OfficerCommand): string | undefined {
  const name = paragraph
    .toLowerCase()
    .replace(/^[\d.)\s]+/, '')
    .replace(/[\s:.]+$/, '');
  const point = action === 'respond' ? /^point (\d{1,2})$/.exec(name)?.[1] : undefined;
  if (point !== undefined) return `reasons-${point}`;
  return Object.entries(headings[action] ?? {}).find(([, names]) => names.includes(name))?.[0];
}
