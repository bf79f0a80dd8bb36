import type { Browser, Page } from 'playwright-core';
import { settled } from '../../tests/support/settled.ts';

type Doing = {
  readonly name: string;
  /** Where it is done; left out where a study has no such place. */
  readonly selector: string;
  readonly act: (page: Page) => Promise<void>;
};

const click = (selector: string): Doing => ({
  name: `a click on ${selector}`,
  selector,
  act: (page) => page.locator(selector).first().click(),
});
const press = (selector: string, key: string): Doing => ({
  name: `${key} on ${selector}`,
  selector,
  act: (page) => page.locator(selector).first().press(key),
});
const sort = click('.sorted thead button, thead .sort');

/** What people do on each screen, by its name; what writes or runs is left out. */
export const doings: Readonly<Record<string, readonly Doing[]>> = {
  overview: [click('.outcomes a')],
  claims: [click('.outcomes a')],
  hypothesis: [sort, click('.steps a')],
  institutions: [click('.pick input'), sort, click('.panel svg a')],
  'institutions-compared': [click('.compared button')],
  time: [click('nav a[href="/institutions"]')],
  'time-voice': [sort],
  search: [click('.toggles button:nth-of-type(3)'), click('.pages a'), click('.kwic a')],
  documents: [sort, press('input[type="search"]', 'a'), click('tbody a')],
  reader: [
    press('[role="slider"]', 'ArrowRight'),
    click('.legend input'),
    click('a.tagged'),
    click('.turning a'),
  ],
  'reader-text': [press('[role="slider"]', 'ArrowRight'), click('a.tagged')],
  evidence: [click('.quotes .note a')],
  lexicon: [sort, press('input[type="search"]', 'e'), click('tbody a')],
  'lexicon-category': [click('tbody a')],
  term: [press('.code', 'a'), click('summary')],
  runs: [click('input[type="radio"]'), click('tbody a')],
  run: [click('tbody a')],
  'runs-compared': [click('summary'), click('nav a[href="/claims"]')],
  coding: [press('.who input', 'a')],
  'coding-desk': [press('.judged', '1'), press('.judged', 'ArrowDown'), click('.moves button:last-child')],
};

/** Collects interactions, which browsers tell of from 16 ms on; run in the page before anything of it. */
const listen = `
window.longest = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (one.interactionId > 0) window.longest = Math.max(window.longest, one.duration);
}).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** The longest time from an input to the next paint, in milliseconds in steps of 8, and what was done; null where nothing is. */
export async function slowestOf(
  browser: Browser,
  address: string,
  acts: readonly Doing[],
): Promise<{ readonly doing: string; readonly milliseconds: number } | null> {
  let slowest: { doing: string; milliseconds: number } | null = null;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    for (const { name, selector, act } of acts) {
      const page = await context.newPage();
      await page.addInitScript(listen);
      await page.goto(address, { waitUntil: 'load' });
      await settled(page);
      if ((await page.locator(selector).count()) > 0) {
        await act(page);
        await page.waitForTimeout(700);
        const milliseconds = Number(await page.evaluate('window.longest'));
        if (slowest === null || milliseconds > slowest.milliseconds) slowest = { doing: name, milliseconds };
      }
      await page.close();
    }
    return slowest;
  } finally {
    await context.close();
  }
}
