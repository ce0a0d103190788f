import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { recordDelivery } from '../app/record-delivery.ts';
import { readSesEvent } from '../contracts/ses-event.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('record-delivery');
const deps = { ...worldAt(environment.PUBLIC_URL), store: connectStoreWithoutPeople(environment.TABLE_NAME) };

/** SES says on the default bus what became of a notice. */
export const handler = onEvent(async (event) => {
  const notice = readSesEvent(event);
  if (!notice) return;
  const { reference, noticeId } = notice;
  if (notice.kind === 'complained') deps.log('notice-called-spam', { reference, notice: noticeId });
  else await recordDelivery(deps, reference, noticeId, notice);
});
