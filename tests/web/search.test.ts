import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { givenSample, givenServing } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';

const sample = givenSample();
const serving = givenServing(sample);
const browser = givenBrowser();
const open = opener(browser, serving);

describe.skipIf(browserPath === null)('the search in a browser', () => {
  it('goes from words to a concordance, and from a line to its passage', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByText('Nothing is looked for yet').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Words').fill('economia solidaria');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^[\d,]+ hits in [\d,]+ passages$/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?words=economia+solidaria');
    expect(await page.title()).toMatch(/^Search · /);
    expect(await faults(page)).toEqual([]);
    expect(await page.locator('.kwic li').count()).toBe(50);
    const hit = page.locator('.kwic a').first();
    expect(await hit.innerText()).toMatch(/^econom[ií]a solid[aá]ria$/i);
    expect(await hit.getAttribute('href')).toMatch(/^\/documents\/[0-9a-f]{16}\?passage=[0-9a-f-]{29}$/);
    // Hit stands below hit.
    const lefts = await page
      .locator('.kwic a')
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(1);
  });

  it('keeps filters, order and page in the address', async () => {
    const page = await open('/search?words=cooperativ*');
    await page.getByLabel('Language').selectOption('es');
    await page.getByLabel('Polarity').selectOption('affirmed');
    await page.getByRole('button', { name: 'words after' }).click();
    await page.waitForURL(/sort=right/);
    expect(new URL(page.url()).search).toBe('?words=cooperativ*&language=es&polarity=affirmed&sort=right');
    expect(await page.getByRole('button', { name: 'words after' }).getAttribute('aria-pressed')).toBe('true');
    const heading = await page.getByRole('heading', { name: / in [\d,]+ passages?$/ }).innerText();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.getByLabel('Language').inputValue()).toBe('es');
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe(heading);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('search.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\n');
    expect(heading).toMatch(new RegExp(`^${(lines.length - 1).toLocaleString('en')} hits? in `));
  });

  it('turns pages', async () => {
    const page = await open('/search?frame=NEP');
    const first = await page.locator('.kwic li').allInnerTexts();
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByRole('link', { name: 'First page' }).waitFor();
    const lines = () => page.locator('.kwic li').allInnerTexts();
    await expect.poll(lines).not.toEqual(first);
    await page.getByRole('link', { name: 'First page' }).click();
    await page.waitForURL((url) => !url.searchParams.has('after'));
    await expect.poll(lines).toEqual(first);
  });

  it('says where there is nothing, and what cannot be looked for', async () => {
    const page = await open('/search?words=zzzz');
    await page.getByRole('heading', { name: 'Nothing was found' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it.each([360, 2560])('fits into %i pixels', async (width) => {
    const page = await open('/search?words=economia+solidaria', width);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
    expect(await faults(page)).toEqual([]);
  });
});
