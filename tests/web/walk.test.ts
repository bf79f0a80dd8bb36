import { describe, expect, it, onTestFinished } from 'vitest';
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
    expect(await page.title()).toMatch(/^There is no such page · /);
  });

  it.each([
    ['/documents/0123456789abcdef', 'This is not in the study', /expected a document/],
    ['/claims/NONE', 'This is not in the study', /expected a hypothesis/],
    ['/evidence?by=voice&key=x&code=NONE', 'This is not in the study', /expected one of the categories/],
    ['/runs/2001', 'This is not in the study', /expected a run/],
    [
      '/mentions?institution=x&kind=king',
      'The address asks for something that cannot be shown',
      /anew from the navigation above\.\s+kind\.0: expected/,
    ],
  ])('says at %s what is wrong, as the title of the screen', async (path, title, words) => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 900 } });
    onTestFinished(() => page.close());
    await page.goto(new URL(path, serving().address).href);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(words);
    expect(await faults(page)).toEqual([]);
  });

  it.each([360, 2560])('fits into %i pixels', async (width) => {
    const page = await open('/', width);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  });
});
