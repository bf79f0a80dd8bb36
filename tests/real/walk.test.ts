import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceView } from '../../src/model/api/evidence.ts';
import type { CodingAct } from '../../src/model/coding.ts';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { titrate } from '../support/cli.ts';
import { code, textOf, whereOf } from '../support/coder.ts';
import { asked, givenServing, givenStudy } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';
import { makeReal, party } from '../support/real-study.ts';
import { real } from '../support/requires.ts';
import { screensOf } from '../support/screens.ts';
import { unmarkedWord } from '../support/unmarked.ts';

const folder = browserPath === null ? null : real;
const canWalk = folder !== null;
const study = givenStudy(
  folder === null ? null : (place) => makeReal(place, folder),
  folder === null ? [] : [folder],
);
const serving = givenServing(study, { isThere: canWalk });
const browser = givenBrowser();
const open = opener(browser, serving);

beforeAll(async () => {
  if (folder === null) return;
  const made = await titrate([
    'sample',
    study().study,
    '--coders',
    'ana,ben',
    '--name',
    'pilot',
    '--size',
    '6',
    '--documents-root',
    folder,
  ]);
  if (made.code !== 0) throw new Error(`expected a sample, got ${made.stderr}`);
}, 60_000);

function log(): CodingAct[] {
  const path = join(study().study, 'codings', 'codings.jsonl');
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.skipIf(!canWalk)('a walk over real documents', { timeout: 120_000 }, () => {
  it('finds every screen without a complaint, without a fault of axe, and as wide as a telephone', {
    timeout: 300_000,
  }, async () => {
    for (const { name, path } of await screensOf(serving().address)) {
      const page = await open(path);
      expect({ name, faults: await faults(page) }).toEqual({ name, faults: [] });
      await page.setViewportSize({ width: 360, height: 800 });
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
      expect({ name, fits: wide <= 360, wide }).toMatchObject({ name, fits: true });
    }
  });

  it('follows a number to its passages, and a passage to the printed page', async () => {
    const page = await open('/institutions');
    const link = page
      .getByRole('region', { name: /^Passages about the object/ })
      .getByRole('row', { name: new RegExp(`^${party}`) })
      .locator('a[href^="/evidence"]')
      .first();
    const href = (await link.getAttribute('href')) ?? '';
    const { total } = (await (await asked(study().desk, `/api${href}`)).json()) as EvidenceView;
    expect(total).toBeGreaterThan(0);
    await link.click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${total} passages? `) }).waitFor();
    await page.locator('.quotes .note a').first().click();
    await page.locator('.panel dd code').first().waitFor();
    await page.locator('article.chosen mark').first().waitFor();
    await page.locator('.paper a.chosen').waitFor();
    await page.locator('.paper rect.tag').first().waitFor();
    await expect
      .poll(() => page.evaluate("document.querySelector('.paper img')?.naturalWidth"), { timeout: 30_000 })
      .toBeGreaterThan(300);
  });

  it('searches, and takes out what it sees', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words').fill('cooperativ*');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: /^[\d,]+ hits in [\d,]+ passages$/ });
    const hits = Number((await heading.innerText()).split(' ')[0]?.replaceAll(',', ''));
    for (const [name, suffix] of [
      ['CSV', 'csv'],
      ['XLSX', 'xlsx'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`search.${suffix}`);
      const bytes = readFileSync(await file.path());
      if (suffix === 'csv') expect(parse(bytes, { columns: true, bom: true })).toHaveLength(hits);
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('codes a drawn sample as two coders, and decides where they differ', async () => {
    /** One says yes to all; the other sees a frame only in every second passage, by its length. */
    const ways: Readonly<Record<string, (text: string) => string>> = {
      ana: () => '1111',
      ben: (text) => (text.length % 2 === 0 ? '1112' : '1222'),
    };
    for (const [coder, keys] of Object.entries(ways)) {
      const page = await open(`/coding?coder=${coder}`);
      await page.getByRole('link', { name: `Start as ${coder}` }).click();
      await page.locator('#passage').waitFor();
      const [, of] = await whereOf(page);
      expect((await textOf(page)).length).toBeGreaterThan(0);
      await code(page, of, keys);
      await page.getByText(`${of} of ${of} coded`).waitFor();
    }
    const page = await open('/coding?coder=carla');
    await page.getByRole('link', { name: 'Decide as carla' }).click();
    await page.locator('#passage').waitFor();
    const [, of] = await whereOf(page);
    const votes = log().filter(({ role }) => role === 'coder');
    await code(page, of, () => '1111');
    await page.getByText(`${of} of ${of} decided`).waitFor();
    expect(log().filter(({ role }) => role === 'coder')).toEqual(votes);
    const decided = log().filter(({ role }) => role === 'adjudicator');
    expect(new Set(decided.map(({ item }) => item)).size).toBe(of);
    await page.goto(new URL('/coding?coder=carla', serving().address).href);
    await page.getByRole('region', { name: 'Agreement of the coders of pilot' }).waitFor();
  });

  it('edits a term of a lexicon that it makes its own, runs, watches, and compares', async () => {
    const page = await open('/lexicon/term');
    await page.getByRole('button', { name: 'Copy the lexicon into the study' }).click();
    await page.getByRole('button', { name: 'Save to the YAML file' }).waitFor();
    const { language, word } = unmarkedWord(study().desk.database());
    await page.goto(new URL(`/lexicon?theme=add_on&language=${language}`, serving().address).href);
    await page.getByRole('region', { name: 'Terms' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'What it changes' }).waitFor();
    const pattern = page.getByRole('textbox', { name: /^Pattern/ });
    const was = await pattern.inputValue();
    await pattern.fill(`(${word}|${was})`);
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText(/^\+[1-9]/).waitFor();
    await page.getByRole('button', { name: 'Save to the YAML file' }).click();
    await page.getByText(/^Saved to lexicons\/add_on\.yaml/).waitFor();
    await page.getByRole('link', { name: 'go to the runs' }).click();
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByText('A run is under way.').waitFor();
    await page.getByText(/The run has ended: all pages show it now/).waitFor({ timeout: 100_000 });
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await page.getByText(/^Lexicon: 2 terms differ/).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});
