import type { Person } from './contact.ts';

// Office mail systems give names as "KEMP, Idris". Anything else with a comma may be a firm or a place, and stays as it was written.
const surnameFirst =
  /^(?<surname>\p{Lu}[\p{Lu}\p{M}'’ -]*\p{Lu}), (?<given>\p{Lu}[\p{L}\p{M}'’.-]*\p{Ll}(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,2})$/u;

/** A person as letters name them: "KEMP, Idris" is Idris Kemp. The contact keeps what they wrote. */
export function inLetters(person: Person): Person {
  const { surname, given } = surnameFirst.exec(person.name ?? '')?.groups ?? {};
  return surname && given ? { ...person, name: `${given} ${capitalised(surname)}` } : person;
}

/** "O'BRIEN-SMITH" is O'Brien-Smith. */
function capitalised(surname: string): string {
  return surname.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (first) => first.toUpperCase());
}
