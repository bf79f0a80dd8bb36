import { describe, expect, it } from 'vitest';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { givenSample, givenServing } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';

const sample = givenSample();
const serving = givenServing(sample);
const browser = givenBrowser();

const open = opener(browser, serving);

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
