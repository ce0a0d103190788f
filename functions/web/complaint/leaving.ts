import type { PageRequest } from '../page.ts';
import { paths } from '../paths.ts';
import { languagePressed } from '../words/language-button.ts';
import { placeOf, type Question } from './questions.ts';

// Ways off a page of the form that are not "Continue". They are buttons of its form, so that what was typed is kept first (ADR 16).

/** They came to change an answer, and go back to check it. */
export function isFromCheck({ form, query }: PageRequest): boolean {
  return (form.get('from') ?? query.get('from')) === 'check';
}

/** The page before. */
function backOf(question: Question, request: PageRequest): string {
  const { before } = placeOf(question);
  if (isFromCheck(request)) return paths.check;
  return before === undefined ? paths.start : paths.question(before);
}

/** Where the pressed button leads; undefined where it was "Continue". */
export function leavesFor(question: Question, request: PageRequest): string | undefined {
  const tag = languagePressed(request.form);
  if (tag !== undefined) return paths.language(tag, paths.question(question.name, isFromCheck(request)));
  switch (request.form.get('then')) {
    case 'back':
      return backOf(question, request);
    case 'saving':
      return paths.savingFrom(question.name, isFromCheck(request));
    case 'clear':
      return paths.clearAnswersFrom(question.name, isFromCheck(request));
    default:
      return undefined;
  }
}
