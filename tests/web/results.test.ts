import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openWithPdfium } from '../../src/extract/pdfium/open.ts';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { titrate } from '../support/cli.ts';
import { givenSample, givenServing } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';

const sample = givenSample();
const serving = givenServing(sample);
const browser = givenBrowser();
const open = opener(browser, serving);

const screens = [
  '/claims',
  '/claims/H1',
  '/claims/H2a',
  '/institutions',
  '/time',
  '/time?by=voice&key=civil_society',
];

describe.skipIf(browserPath === null)('the screens of results', () => {
  it.each(screens)('%s has nothing that axe finds, and fits into a telephone', async (path) => {
    const page = await open(path, 360);
    await page.locator('.results h1').first().waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('leads from the overview to a hypothesis, and from there to the passages under a count', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: /^H1 new paradigm/ }).click();
    await page.getByRole('heading', { name: 'Strongest quotes on both sides' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/claims/H1');
    const count = page
      .getByRole('region', { name: /^The balance of each institution/ })
      .first()
      .locator('a[href^="/evidence?by=institution&"][href$="&code=NEP"]')
      .first();
    await count.click();
    await page
      .getByRole('heading', { name: /about the object.*framed as new paradigm|framed as new paradigm/ })
      .waitFor();
  });

  it('sorts a table by keyboard, tells it, and keeps the order in the address', async () => {
    const page = await open('/institutions');
    const table = page.getByRole('region', { name: /^Passages about the object/ });
    const head = table.getByRole('columnheader', { name: 'documents' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(new URL(page.url()).search).toBe('?sort-shares=2d');
    const numbers = async () => (await table.locator('tbody tr td:nth-child(3)').allInnerTexts()).map(Number);
    expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => a - b));
  });

  it('sets chosen institutions side by side, as the address says', async () => {
    const page = await open('/institutions');
    const boxes = page.getByRole('checkbox');
    for (const place of [0, 1, 2, 3]) await boxes.nth(place).check();
    await page.getByRole('region', { name: 'Comparison' }).getByRole('article').nth(3).waitFor();
    expect(await boxes.nth(4).isDisabled()).toBe(true);
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await again.locator('.compared article').count()).toBe(4);
    expect(await faults(again)).toEqual([]);
  });

  it('follows a bar of a drawing within the page', async () => {
    const page = await open('/institutions');
    await page.evaluate('window.stays = true');
    await page.locator('.panel svg a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/evidence\?/);
    expect(await page.evaluate('window.stays')).toBe(true);
  });

  it('leads from a point in time to its passages, with one stop of the tab key a drawing', async () => {
    const page = await open('/time');
    const drawing = page.locator('.panel svg').first();
    expect(await drawing.locator('a[tabindex="0"]').count()).toBe(1);
    await drawing.locator('a[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const says = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    const [, times] = /: (\d+) of \d+ passages?$/.exec(String(says)) ?? [];
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: new RegExp(`^${times} passages?`) }).waitFor();
    expect(new URL(page.url()).search).toMatch(/&since=\d+&until=\d+$/);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Without these limits' }).click();
    await page.waitForURL((url) => !url.search.includes('since'));
  });

  it('shows one voice by its frames', async () => {
    const page = await open('/time');
    await page.getByLabel('Whose framing').selectOption({ label: 'Regional bodies (30)' });
    await page.getByRole('heading', { name: 'Regional bodies' }).waitFor();
    expect(new URL(page.url()).search).toBe('?by=voice&key=regional_body');
    expect(await page.locator('.panel svg').count()).toBeGreaterThan(3);
  });
});

describe.skipIf(browserPath === null)('the report in a browser', () => {
  const file = () => join(sample().desk.runs().at(-1)?.folder ?? '', 'report.html');

  it('stands alone under 2 MB and sorts its tables under its own policy', async () => {
    expect((await stat(file())).size).toBeLessThan(2_000_000);
    const page = await browser().newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    onTestFinished(() => page.close());
    await page.goto(pathToFileURL(file()).href);
    const table = page.getByRole('region', { name: 'By institution' });
    const head = table.getByRole('columnheader', { name: 'documents' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const numbers = (await table.locator('tbody tr td:nth-child(2)').allInnerTexts()).map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(complaints).toEqual([]);
  });

  it('is read in minutes: passages are folded, and open where a link leads into them and for the printer', async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 900 } });
    onTestFinished(() => page.close());
    await page.goto(pathToFileURL(file()).href);
    const folds = page.locator('details');
    const open = page.locator('details[open]');
    expect(await folds.count()).toBeGreaterThan(10);
    expect(await open.count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(60_000);
    const count = page.locator('#profiles td a').first();
    const place = page.locator(`[id="${(await count.getAttribute('href'))?.slice(1)}"]`);
    await expect(place.isVisible()).resolves.toBe(false);
    await count.click();
    await place.waitFor({ state: 'visible' });
    expect(await open.count()).toBe(1);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await open.count()).toBe(await folds.count());
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await open.count()).toBe(1);
    // The same link again, after somebody has folded it by hand.
    await page.locator('details[open] > summary').click();
    await count.click();
    await place.waitFor({ state: 'visible' });
  });

  it.each([
    ['light', 360],
    ['dark', 1280],
  ] as const)(
    'has nothing that axe finds, in %s at %i pixels, and fits into them',
    async (colorScheme, width) => {
      const page = await browser().newPage({ colorScheme, viewport: { width, height: 900 } });
      onTestFinished(() => page.close());
      await page.goto(pathToFileURL(file()).href);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      // Axe takes a minute over hundreds of passages that are all made alike: some of them stand for the others.
      await page.evaluate(
        "for (const all of ['#evidence .cell', '.witnesses']) for (const one of [...document.querySelectorAll(all)].slice(6)) one.remove()",
      );
      // What is folded is looked at too.
      await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
      expect(await faults(page)).toEqual([]);
    },
    120_000,
  );

  it('is printed to A4 by the program', async () => {
    const ran = await titrate(['report', sample().study, '--pdf']);
    expect(ran.code, ran.stderr).toBe(0);
    const pdf = /pdf {6}(.+)/.exec(ran.stdout)?.[1]?.trim() ?? '';
    const opened = await openWithPdfium(new Uint8Array(await readFile(pdf)));
    if (typeof opened === 'string') throw new Error(opened);
    expect(opened.pages).toBeGreaterThan(10);
    for (const index of [0, 1, opened.pages - 1]) {
      const page = opened.page(index)?.page;
      expect(page?.width).toBeCloseTo(595, 0);
      expect(page?.height).toBeCloseTo(842, 0);
    }
    opened.close();
  }, 120_000);
});
