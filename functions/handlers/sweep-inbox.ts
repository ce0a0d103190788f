import { sweepInbox } from '../app/sweep-inbox.ts';
import { contactOfStoredForm } from '../contracts/stored-form.ts';
import { environmentOf } from './frame/environment.ts';
import { mailIntake } from './frame/intake.ts';
import { onEvent } from './frame/on-event.ts';

const intake = mailIntake(environmentOf('sweep-inbox'));

/** Hourly: take in whatever was stored and never taken in. */
export const handler = onEvent(async () => {
  const deps = await intake();
  await sweepInbox({ ...deps, readForm: (stored) => contactOfStoredForm(stored, deps.now()) });
});
