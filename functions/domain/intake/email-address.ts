/** Whether it can be an e-mail address, like name@example.com. Only a letter that arrives proves one. */
export function isEmailAddress(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed);
}
