import * as z from 'zod';
import { localDate } from '../functions/domain/calendar/local-date.ts';
import { channels } from '../functions/domain/intake/contact.ts';
import type { TriageInput } from '../functions/domain/triage/message.ts';
import { flags, ombudsmen, routes, services } from '../functions/domain/triage/suggestion.ts';

const expectation = z.object({
  primary: z.enum(routes),
  also: z.array(z.enum(routes)),
  service: z.enum(services),
  ombudsman: z.enum(ombudsmen),
  flags: z.array(z.enum(flags)),
  hard: z.boolean(),
});

const contactLine = z.object({
  id: z.string(),
  channel: z.enum(channels),
  receivedOn: z.string().transform((text, context) => {
    const date = localDate(text);
    if (date === undefined) context.issues.push({ code: 'custom', message: 'is not a date', input: text });
    return date ?? z.NEVER;
  }),
  subject: z.string().optional(),
  text: z.string(),
});

export type Expectation = z.infer<typeof expectation>;
export type Asked = { readonly id: string; readonly input: TriageInput };
export type Labelled = Asked & { readonly expect: Expectation };

/** One line of a file of contacts, or what is wrong with it, in words. */
export function askedIn(line: string): Asked | { readonly wrong: string } {
  const read = contactLine.safeParse(parsed(line));
  return read.success ? asked(read.data) : { wrong: z.prettifyError(read.error).replaceAll('\n', ' ') };
}

export function labelledIn(line: string): Labelled | { readonly wrong: string } {
  const read = contactLine.extend({ expect: expectation }).safeParse(parsed(line));
  return read.success ? { ...asked(read.data), expect: read.data.expect } : { wrong: z.prettifyError(read.error).replaceAll('\n', ' ') };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function asked({ id, channel, receivedOn, subject, text }: z.infer<typeof contactLine>): Asked {
  return { id, input: { channel, receivedOn, subject, text } };
}
