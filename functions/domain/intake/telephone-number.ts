/** Extensions are shorter than any number that can be rung from outside (limits of ours). */
const fewestDigits = 6;
const longest = 100;

/** Something that can be rung from outside: it may have spaces, a country and words beside it, such as the hours. */
export function isTelephoneNumber(text: string): boolean {
  return text.length <= longest && text.replace(/\D/g, '').length >= fewestDigits;
}

export const wrongTelephone = 'Enter a telephone number, like 01582 496 000 or +44 808 157 0192';
