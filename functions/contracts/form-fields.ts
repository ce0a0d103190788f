import * as z from 'zod/mini';
import type { Command } from '../domain/cases/command.ts';

/** What is wrong with one answer, in words for the person who typed it. `field` is the input's name; '' for the form as a whole. */
export type FieldError = { readonly field: string; readonly text: string };

/** Answers read from a form: either all of them, or what is wrong with some. */
export type Read<Answers> = { readonly answers: Answers } | { readonly errors: readonly FieldError[] };

export function readAnswers<Schema extends z.ZodMiniType>(schema: Schema, typed: unknown): Read<z.output<Schema>> {
  const result = schema.safeParse(typed, { error: inWords });
  if (result.success) return { answers: result.data };
  return { errors: result.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), text: issue.message })) };
}

/**
 * What is wrong with one answer of a form that is drawn in several languages: a name that each page has words for, with what stands in them. Of an answer
 * that is too long, `most`: the characters that it may have.
 */
export type FieldProblem<Name extends string> = {
  readonly field: string;
  readonly problem: Name;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Answers, or what is wrong with some, by name. */
export type ReadNamed<Answers, Name extends string> = { readonly answers: Answers } | { readonly errors: readonly FieldProblem<Name>[] };

/** Said of an answer that no page of ours sends: it was left out of a post, or made by hand. */
export type UnlikelyProblem = 'notAnswered' | 'notOffered';

/** Reads a form whose schema has names of problems where others have words. */
export function readNamed<Schema extends z.ZodMiniType, const Name extends string>(
  schema: Schema,
  typed: unknown,
  names: readonly Name[],
): ReadNamed<z.output<Schema>, Name | UnlikelyProblem> {
  const result = schema.safeParse(typed, { error: ({ input }) => (input === undefined ? 'notAnswered' : 'notOffered') });
  if (result.success) return { answers: result.data };
  return {
    errors: result.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      problem: names.find((name) => name === issue.message) ?? (issue.message === 'notAnswered' ? 'notAnswered' : 'notOffered'),
      ...(issue.code === 'too_big' && { values: { most: Number(issue.maximum) } }),
    })),
  };
}

/** Of an answer whose schema has no words of its own: no page of ours sends it, so it was left out of a post, or made by hand. */
function inWords({ input }: { readonly input?: unknown }): string {
  return unlikelyInWords[input === undefined ? 'notAnswered' : 'notOffered'];
}

export const unlikelyInWords: Readonly<Record<UnlikelyProblem, string>> = {
  notAnswered: 'Answer this question: it was missing from what was sent',
  notOffered: 'Choose from the answers that the page offers',
};

/** A text that must be there. How long it may be is the domain's to say: it refuses, and the page shows why beside what was typed. */
export const needed = (missing: string) => z.string(missing).check(z.trim(), z.minLength(1, missing));

/** A text that may be left out: undefined when nothing was written. */
export const maybe = z.pipe(
  z.optional(z.string().check(z.trim())),
  z.transform((text) => (text === '' ? undefined : text)),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const controlsButLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Zero-width and format characters, fillers and blanks. Some of them join letters of a word, so they count as nothing only where nothing else stands. */
const nothingToSee = /^(?:[\s\p{Cf}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]|\u{34f}|[\u{fe00}-\u{fe0f}])*$/u;

/**
 * Browsers send CR LF from text areas; we keep LF. Control characters, which nobody types and no e-mail may hold, are left out; what nobody can see is
 * no answer.
 */
export function typedText(form: URLSearchParams, name: string): string {
  const text = (form.get(name) ?? '').replace(/\r\n?/g, '\n').replace(controlsButLines, '');
  return nothingToSee.test(text) ? '' : text;
}

/** The noughts of Arabic, Urdu and Bengali keyboards; the other nine digits follow each. */
const noughts = [0x0660, 0x06f0, 0x09e6];

/** Dates and numbers as people type them, in the digits that the rest of the service reads. */
export function inLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const nought = noughts.find((first) => code >= first && code < first + 10);
    return nought === undefined ? digit : String(code - nought);
  });
}

/** The named answers as they were typed. */
export function typedFields(form: URLSearchParams, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
}

/** An answer that may be left out: trimmed, and undefined when nothing is left. */
export function optionalText(longest: number, tooLong: string) {
  return z.pipe(
    z.string().check(z.trim(), z.maxLength(longest, tooLong)),
    z.transform((text) => (text === '' ? undefined : text)),
  );
}

/** What is wrong with any part of a form. */
export function errorsOf(...reads: readonly Read<unknown>[]): readonly FieldError[] {
  return reads.flatMap((read) => ('errors' in read ? read.errors : []));
}

/** The command that a form's answers make. */
export function commandOf<Answers>(read: Read<Answers>, make: (answers: Answers) => Command): Read<Command> {
  return 'errors' in read ? read : { answers: make(read.answers) };
}

/** A time as a clock in London shows it, `9:05` or `14:30`. */
export const clock = z.string().check(z.regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter a time on a 24-hour clock, like 9:05 or 14:30'));
