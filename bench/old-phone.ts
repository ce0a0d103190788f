import type { Browser, CDPSession, Page } from 'playwright-core';

/** Connections to try: nominal round trip and throughput, the same both ways. */
export const networks = [
  { name: 'slow 3G', roundTripMs: 400, kilobitsPerSecond: 400 },
  { name: 'fast 3G', roundTripMs: 150, kilobitsPerSecond: 1_600 },
] as const;
export type Network = (typeof networks)[number];

/** How much slower than this machine an old telephone computes: what Chromium's developer tools call a low-end mobile. */
export const slowdown = 4;

/** A page of a browser that has seen nothing before, on an old phone: a small touch screen, a slow processor and that network. Counts what goes over the wire. */
export async function oldPhone(browser: Browser, { roundTripMs, kilobitsPerSecond }: Network) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const bytesPerSecond = (kilobitsPerSecond * 1_000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, wire: countWire(session), close: () => context.close() };
}

/** Bytes with headers, as they came, and how many requests they answered. */
function countWire(session: CDPSession) {
  const wire = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength;
    wire.requests += 1;
  });
  return wire;
}

/** Milliseconds after the page was asked for: the first words on the screen, and the first moment after load at which nothing long is being computed. */
export async function timesOf(page: Page): Promise<{ readonly firstPaint: number; readonly interactive: number }> {
  // Long tasks that follow the load are waited for: half a second without any.
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let lastLongTask = 0;
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) lastLongTask = Math.max(lastLongTask, startTime + duration);
        }).observe({ type: 'longtask', buffered: true });
        setTimeout(() => {
          const [navigation] = performance.getEntriesByType('navigation');
          const loaded = navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : Number.NaN;
          const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
          resolve({ firstPaint, interactive: Math.max(firstPaint, loaded, lastLongTask) });
        }, 500);
      }),
  );
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
