import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { titrate } from '../support/cli.ts';
import { givenSample, givenServing } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';
import { unmarkedWord } from '../support/unmarked.ts';

const sample = givenSample();
const serving = givenServing(sample);
const browser = givenBrowser();
const open = opener(browser, serving);

describe.skipIf(browserPath === null)('the lexicon in a browser', () => {
  it('edits a term with a live preview, and its YAML keeps all else', { timeout: 240_000 }, async () => {
    const { language, word } = unmarkedWord(sample().desk.database());
    const page = await open(`/lexicon?theme=add_on&language=${language}`);
    // Each draft is looked at by the whole lexicon, which takes long where others keep the processors.
    page.setDefaultTimeout(100_000);
    await page.getByRole('region', { name: 'Terms' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'What it changes' }).waitFor();
    expect(await faults(page)).toEqual([]);
    const path = join(sample().study, 'lexicons', 'add_on.yaml');
    const before = readFileSync(path, 'utf8').split('\n');
    const pattern = page.getByRole('textbox', { name: 'Pattern' });
    const save = page.getByRole('button', { name: 'Save to the YAML file' });
    const was = await pattern.inputValue();
    await pattern.fill('(unfinished|');
    await page.getByText('It cannot be saved like this.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await pattern.fill(`(${word}|${was})`);
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText(/^\+[1-9]/).waitFor();
    await preview.getByRole('heading', { name: /^Gained/ }).waitFor();
    expect(await preview.locator('mark').first().innerText()).toBe(word);
    await pattern.fill(`(zzzquux|${was})`);
    await preview.getByText('+0').waitFor();
    await save.click();
    await page.getByText(/^Saved to lexicons\/add_on\.yaml\. The next run tags anew/).waitFor();
    const after = readFileSync(path, 'utf8').split('\n');
    expect(after.length).toBe(before.length);
    const changed = after.filter((line, at) => line !== before[at]);
    expect(changed).toEqual([expect.stringContaining('zzzquux')]);
  });

  it.each([
    '/lexicon',
    '/lexicon?theme=add_on',
    '/lexicon?theme=add_on&category=complement',
    '/lexicon/term?theme=add_on',
  ])('%s has nothing that axe finds, and fits into a telephone', async (path) => {
    const page = await open(path, 360);
    await page.locator('.lexicon h1').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('starts a run, shows its end, and compares it with the one before', { timeout: 240_000 }, async () => {
    const page = await open('/runs');
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByText('A run is under way.').waitFor();
    await page.getByText(/The run has ended: all pages show it now/).waitFor({ timeout: 80_000 });
    await page.getByRole('button', { name: 'Compare the two' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await page.getByText(/^Lexicon: 2 terms differ/).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByText('zzzquux').waitFor();
    await page.getByRole('paragraph').getByRole('link').last().click();
    await page.getByRole('heading', { name: 'What became of each file' }).waitFor();
    expect(await faults(page)).toEqual([]);
    for (const path of ['/runs', new URL(page.url()).pathname]) {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(new URL(path, serving().address).href, { waitUntil: 'load' });
      await page.locator('.runs table').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
    }
  });

  it('shows a run that was started in a terminal', async () => {
    const page = await open('/runs');
    const ran = titrate(['run', sample().study]);
    await page.getByText(/A run that was started elsewhere is under way \(process \d+/).waitFor();
    expect(await page.getByRole('button', { name: 'Run now' }).isDisabled()).toBe(true);
    await page.getByText(/The run has ended: all pages show it now/).waitFor({ timeout: 80_000 });
    expect((await ran).code).toBe(0);
    expect(await page.getByRole('button', { name: 'Run now' }).isEnabled()).toBe(true);
  });
});
