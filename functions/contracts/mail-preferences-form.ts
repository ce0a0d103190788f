import { type MailChoice, mailChoices } from '../domain/staff/mail-choices.ts';

/** What is left unticked is left out of the morning's message; anything else that a form might say is no choice. */
export function readMailOff(form: URLSearchParams): readonly MailChoice[] {
  const wanted = form.getAll('wanted');
  return mailChoices.filter((choice) => !wanted.includes(choice));
}
