import { prepareWebAssets } from '../../lib/web-assets.ts';

/** Pages and stylesheet are generated from their sources: tests must see today's. */
export async function setup(): Promise<void> {
  await prepareWebAssets();
}
