import { sweepNotices } from '../app/send-notices.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { sending } from './frame/sending.ts';

const deps = sending(environmentOf('sweep-notices'));

/** Every 15 minutes: send what the stream did not. */
export const handler = onEvent(async () => sweepNotices(await deps()));
