import { environmentOf } from './frame/environment.ts';
import { mailIntake } from './frame/mail-intake.ts';
import { onEvent } from './frame/on-event.ts';

const intake = mailIntake(environmentOf('sweep-inbox'));

/** Hourly: take in whatever was stored and never taken in. */
export const handler = onEvent(async () => {
  // The triage is loaded while the secret is on its way, like all that comes after it.
  const [deps, { sweepInbox }, { contactOfStoredForm }, { contactOfStoredStatusMessage }] = await Promise.all([
    intake(),
    import('../app/sweep-inbox.ts'),
    import('../contracts/stored-form.ts'),
    import('../contracts/stored-status-message.ts'),
  ]);
  await sweepInbox({
    ...deps,
    readForm: (stored) => contactOfStoredForm(stored, deps.now()) ?? contactOfStoredStatusMessage(stored, deps.now()),
  });
});
