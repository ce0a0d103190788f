/**
 * What somebody may leave out of their morning's message. Everything else is said to everybody: what is overdue or due today, what waits for approval,
 * and possible harm (duty D35).
 */
export const mailChoices = ['due-soon', 'new'] as const;
export type MailChoice = (typeof mailChoices)[number];
