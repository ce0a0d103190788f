import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EventEmitter } from 'node:events';

/**
 * An answer of another service, and code that is loaded while it is on its way: only once a request has left, since the SDK, the connection and TLS take
 * some turns to send one, and code that is being loaded would take them first. Where the answer needs no request, the code is loaded after it. Rejects as either does.
 */
export async function meanwhile<Answer, Code>(answer: Promise<Answer>, load: () => Promise<Code>): Promise<[Answer, Code]> {
  const left = requestLeaves();
  await Promise.race([answer, left.happened]).finally(left.forget);
  return Promise.all([answer, load()]);
}

/** Node tells of every request of `node:http` and `node:https` that was begun. */
const requests = 'http.client.request.start';

function requestLeaves(): { readonly happened: Promise<void>; readonly forget: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear = (told: unknown) => {
    if (told instanceof Object && 'request' in told && told.request instanceof EventEmitter) told.request.once('finish', resolve);
  };
  subscribe(requests, hear);
  return { happened: promise, forget: () => unsubscribe(requests, hear) };
}
