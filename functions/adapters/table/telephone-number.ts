import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The number as E.164, `+442079460018`, or undefined where it is no whole number. One without a country is British. */
export function telephoneNumber(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, 'GB');
  return number?.isPossible() ? number.number : undefined;
}
