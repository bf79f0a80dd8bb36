import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { givenSample, givenServing } from '../support/explorer.ts';

const sample = givenSample();
const serving = givenServing(sample);
const browser = givenBrowser();

/** A page of the explorer in the real browser; what it complains of fails the test. */
async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser().newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  onTestFinished(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(new URL(path, serving().address).href, { waitUntil: 'networkidle' });
  return page;
}

/** What axe finds against WCAG 2.2 AA, by rule and place. */
async function faults(page: Page): Promise<readonly string[]> {
  // A script element would be against the policy of the page.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe.skipIf(browserPath === null)('the explorer in a browser', () => {
  it('opens on the claim, its number and its verdict', async () => {
    const page = await open('/');
    await page.getByText('Made-up documents.').waitFor();
    expect(await page.locator('.large').innerText()).toMatch(/^\d+(\.\d)?×$/);
    expect(await page.title()).toMatch(/^Overview · /);
    expect(await faults(page)).toEqual([]);
  });

  it('says where there is nothing', async () => {
    const page = await open('/nowhere');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  it.each([360, 2560])('fits into %i pixels', async (width) => {
    const page = await open('/', width);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  });
});
