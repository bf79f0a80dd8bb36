import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { settled } from '../../tests/support/settled.ts';

/** What a browser says of a page that it loads for the first time: times from the start of the navigation, in milliseconds. */
export type Loaded = {
  readonly width: number;
  readonly first: number;
  readonly largest: number;
  /** Of each task longer than 50 ms after the first paint, what is beyond. */
  readonly blocking: number;
  /** Cumulative layout shift: largest sum over a window of 5 s without a second's pause (web.dev/articles/cls). */
  readonly shift: number;
  /** Bytes of script, each file compressed. */
  readonly script: number;
};

type Heard = {
  readonly first: number;
  readonly largest: number;
  readonly tasks: readonly { readonly at: number; readonly lasted: number }[];
  readonly shifts: readonly { readonly at: number; readonly value: number }[];
};

/** Listens from the first moment on; run in the page before anything of it. */
const listen = `
window.heard = { first: 0, largest: 0, tasks: [], shifts: [] };
const on = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
on('paint', (one) => { if (one.name === 'first-contentful-paint') heard.first = one.startTime; });
on('largest-contentful-paint', (one) => { heard.largest = one.startTime; });
on('longtask', (one) => heard.tasks.push({ at: one.startTime, lasted: one.duration }));
on('layout-shift', (one) => { if (!one.hadRecentInput) heard.shifts.push({ at: one.startTime, value: one.value }); });
`;

/** Loads an address in a browser that has nothing of it yet. */
export async function loadOf(browser: Browser, address: string, width: number): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(listen);
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(address, { waitUntil: 'load' });
    await settled(page);
    // What comes late shifts late.
    await page.waitForTimeout(1_000);
    const { first, largest, tasks, shifts } = (await page.evaluate('window.heard')) as Heard;
    const script = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
    const blocking = tasks
      .filter(({ at }) => at >= first)
      .reduce((sum, { lasted }) => sum + Math.max(0, lasted - 50), 0);
    return { width, first, largest, blocking, shift: shiftOf(shifts), script };
  } finally {
    await context.close();
  }
}

function shiftOf(shifts: Heard['shifts']): number {
  let [most, sum, begun, last] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const { at, value } of shifts) {
    if (at - last > 1_000 || at - begun > 5_000) [sum, begun] = [0, at];
    sum += value;
    last = at;
    most = Math.max(most, sum);
  }
  return most;
}
