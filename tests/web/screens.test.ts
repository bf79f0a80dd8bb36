import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { givenSample, givenServing } from '../support/explorer.ts';
import { tabThrough } from '../support/keyboard.ts';
import { faults } from '../support/page.ts';
import { type Shown, screensOf } from '../support/screens.ts';
import { settled } from '../support/settled.ts';
import { codeShown, contestShown, makeShown } from '../support/shown.ts';

const study = givenSample(browserPath === null ? undefined : makeShown);
const serving = givenServing(study, { isThere: browserPath !== null });
const browser = givenBrowser();
let screens: readonly Shown[] = [];
beforeAll(async () => {
  if (browserPath === null) return;
  await codeShown(serving().address);
  await contestShown(serving().address);
  screens = await screensOf(serving().address);
}, 120_000);

type Look = { readonly width: number; readonly colorScheme: 'light' | 'dark' };

/** What is wrong with each screen, without those with which nothing is. */
async function wrong(
  { width, colorScheme }: Look,
  find: (page: Page) => Promise<readonly string[]>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  expect(screens.length).toBeGreaterThan(24);
  const found: Record<string, readonly string[]> = {};
  const page = await browser().newPage({ viewport: { width, height: 900 }, colorScheme });
  for (const { name, path } of screens) {
    await page.goto(new URL(path, serving().address).href);
    await settled(page);
    const faulty = await find(page);
    if (faulty.length > 0) found[name] = faulty;
  }
  await page.close();
  return found;
}

/** What reaches beyond the right edge, outside of what scrolls by itself. */
async function beyond(page: Page): Promise<readonly string[]> {
  const [wide, width] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number];
  return wide > width ? [`${wide} pixels wide`] : [];
}

/** Letters of drawings that are smaller than ten pixels, as they are seen. */
async function tiny(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('svg text')]
    .filter((one) => one.checkVisibility() && one.textContent.trim() !== '')
    .map((one) => [one.textContent.slice(0, 30), parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a])
    .filter(([, size]) => size < 9.99)
    .map(([text, size]) => text + ': ' + size.toFixed(1) + ' px')
    .slice(0, 5)`)) as readonly string[];
}

/** What the tab key does not reach, or reaches unseen. */
async function unreached(page: Page): Promise<readonly string[]> {
  const { stops, missed, unseen } = await tabThrough(page);
  expect(stops).toBeGreaterThan(8);
  return [...missed.map((one) => `not reached: ${one}`), ...unseen.map((one) => `not shown: ${one}`)];
}

/** Everything that several find, of a screen that is opened once for all of them. */
function each(...finds: readonly ((page: Page) => Promise<readonly string[]>)[]) {
  return async (page: Page): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const find of finds) found.push(...(await find(page)));
    return found;
  };
}

describe.skipIf(browserPath === null)('every screen', () => {
  it('is without a fault for axe, and gone through by the tab key alone, which is always seen somewhere', async () => {
    expect(await wrong({ width: 1280, colorScheme: 'light' }, each(faults, unreached))).toEqual({});
  }, 300_000);

  it('is without a fault for axe in the dark and on a narrow screen, fits there, and has letters that can be read', async () => {
    expect(await wrong({ width: 360, colorScheme: 'dark' }, each(faults, beyond, tiny))).toEqual({});
  }, 300_000);

  it('fits into a very wide one', async () => {
    expect(await wrong({ width: 2560, colorScheme: 'light' }, beyond)).toEqual({});
  }, 300_000);
});
