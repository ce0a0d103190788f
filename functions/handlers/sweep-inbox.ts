import { environmentOf } from './frame/environment.ts';
import { mailIntake } from './frame/mail-intake.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';

const intake = mailIntake(environmentOf('sweep-inbox'));

/** Hourly: take in whatever was stored and never taken in. */
export const handler = onEvent(async () => {
  const [deps, [{ sweepInbox }, { contactOfStoredForm }, { contactOfStoredStatusMessage }]] = await meanwhile(intake(), () =>
    Promise.all([import('../app/sweep-inbox.ts'), import('../contracts/stored-form.ts'), import('../contracts/stored-status-message.ts')]),
  );
  await sweepInbox({
    ...deps,
    readForm: (stored) => contactOfStoredForm(stored, deps.now()) ?? contactOfStoredStatusMessage(stored, deps.now()),
  });
});
