import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodingAct } from '../../src/model/coding.ts';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { titrate } from '../support/cli.ts';
import { code, isSaved, textOf, whereOf } from '../support/coder.ts';
import { givenSample, givenServing } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';

const sample = givenSample();
const serving = givenServing(sample);
const browser = givenBrowser();
const open = opener(browser, serving);
const anas = givenServing(sample, { coder: 'ana' });
const openAsAna = opener(browser, anas);

beforeAll(async () => {
  const made = await titrate([
    'sample',
    sample().study,
    '--coders',
    'ana,ben',
    '--name',
    'pilot',
    '--size',
    '12',
  ]);
  if (made.code !== 0) throw new Error(`expected a sample, got ${made.stderr}`);
}, 60_000);

/** Goes on with the Tab key until something is focused. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`expected ${selector} to be reached by keyboard`);
}

/** What the page of samples says of the one that is coded here. */
const pilotOf = (page: Page) => page.getByRole('region', { name: 'pilot', exact: true });

/** Says who one is on the page of samples, and starts to code or to decide. */
async function start(name: string, link: string): Promise<Page> {
  const page = await open('/coding');
  await pilotOf(page).waitFor();
  await tabTo(page, '.who input');
  await page.keyboard.type(name);
  await pilotOf(page).getByRole('link', { name: link }).waitFor();
  await tabTo(
    page,
    `a[href^="/coding/pilot?coder=${name}&role=${link.startsWith('Decide') ? 'adj' : 'coder'}"]`,
  );
  await page.keyboard.press('Enter');
  await page.locator('#passage').waitFor();
  return page;
}

/** All yes, or no to the second question of a passage whose text is long. */
const ana = (text: string) => (text.length % 3 === 0 ? '1211' : '1111');
/** The same, but for some of which ben cannot tell the third. */
const ben = (text: string) => (text.length % 4 === 0 ? '1132' : ana(text));

function log(): CodingAct[] {
  const path = join(sample().study, 'codings', 'codings.jsonl');
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): CodingAct => JSON.parse(line))
    .filter((act) => act.sample === 'pilot');
}

describe.skipIf(browserPath === null)('coding in a browser', () => {
  it('takes one coder through a sample by keyboard, and goes on after a reload', async () => {
    const page = await start('ana', 'Start as ana');
    const [, of] = await whereOf(page);
    expect(await faults(page)).toEqual([]);
    await code(page, 3, ana);
    await expect(page.locator('.unseen').innerText()).resolves.toBe(
      `Passage 4 of ${of}. ${await textOf(page)}`,
    );
    await page.keyboard.press('1');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await whereOf(page)).toEqual([4, of]);
    expect(await page.locator('fieldset').first().locator('input').first().isChecked()).toBe(true);
    await code(page, 1, (text) => ana(text).slice(1));
    await page.goto(new URL('/coding/pilot?coder=ana', serving().address).href, { waitUntil: 'networkidle' });
    expect(await whereOf(page)).toEqual([5, of]);
    await code(page, of - 4, ana);
    await page.getByText(`${of} of ${of} coded`).waitFor();
    expect(new Set(log().map(({ item }) => item)).size).toBe(of);
    expect(
      log().every(({ coder, from, origin }) => [coder, from, origin].join() === 'ana,explorer,human'),
    ).toBe(true);
  }, 60_000);

  it('moves by keys, takes a note and shows the codebook', async () => {
    const page = await start('ben', 'Start as ben');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: /^Passage 2 / }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: /^Passage 1 / }).waitFor();
    await page.keyboard.press('?');
    await page
      .getByRole('dialog')
      .getByText(/^Exclude: /)
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.keyboard.type('n 1 ?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    expect(await page.locator('fieldset:disabled').count()).toBeGreaterThan(1);
    await page.keyboard.press('Enter');
    await isSaved(page);
    const act = log().findLast(({ coder }) => coder === 'ben');
    expect(act).toMatchObject({ codes: { SSE: '0' }, note: 'n 1 ?' });
    expect(Object.keys(act?.codes ?? {})).toEqual(['SSE']);
  }, 60_000);

  it('loses nothing while the explorer is away', async () => {
    const context = await browser().newContext();
    try {
      const away = await context.newPage();
      const address = new URL('/coding/pilot?coder=ben&role=coder&item=2', serving().address).href;
      await away.goto(address, { waitUntil: 'networkidle' });
      await away.route('**/api/**', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      const before = log().length;
      await away.keyboard.press('3');
      await away.getByRole('alert').filter({ hasText: 'kept in this browser' }).waitFor();
      await away.close();
      expect(log().length).toBe(before);
      const back = await context.newPage();
      await back.goto(address, { waitUntil: 'networkidle' });
      await isSaved(back);
      expect(await back.locator('fieldset').first().locator('input').nth(2).isChecked()).toBe(true);
      expect(log().slice(before)).toMatchObject([{ coder: 'ben', codes: { SSE: '?' } }]);
    } finally {
      await context.close();
    }
  }, 60_000);

  it('shows agreement as it builds, and lets a third decide', async () => {
    const page = await start('ben', 'Go on as ben');
    const [at, of] = await whereOf(page);
    expect(at).toBe(2);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await code(page, of - 1, ben);
    const list = await start('carla', 'Decide as carla');
    const [, open] = await whereOf(list);
    expect(await faults(list)).toEqual([]);
    const votes = log().filter(({ role }) => role === 'coder');
    for (let number = 1; number <= open; number++) {
      await list.getByRole('heading', { name: `To decide: ${number} of ${open}` }).waitFor();
      expect(await list.locator('.votes thead th').allInnerTexts()).toEqual(['question', 'ana', 'ben']);
      expect(await list.locator('.votes tr[data-open]').count()).toBeGreaterThan(0);
      for (const key of '1212') await list.keyboard.press(key);
      await list.keyboard.press('Enter');
    }
    await list.getByText(`${open} of ${open} decided`).waitFor();
    expect(log().filter(({ role }) => role === 'coder')).toEqual(votes);
    await list.goto(new URL('/coding?coder=carla', serving().address).href, { waitUntil: 'networkidle' });
    await pilotOf(list).getByText(`${open} of them decided`).waitFor();
    const table = list.getByRole('region', { name: 'Agreement of the coders of pilot' });
    expect(await table.locator('tbody tr').first().innerText()).toMatch(
      /^Social and solidarity economy\s+\d+/,
    );
    expect(await table.innerText()).toMatch(/-?\.\d\d \(-?[.\d]+ to [.\d]+\)/);
    expect(await faults(list)).toEqual([]);
  }, 90_000);

  it.each(['/coding?coder=ana', '/coding/pilot?coder=ana', '/coding/pilot?coder=carla&role=adjudicator'])(
    'fits %s into 360 pixels',
    async (path) => {
      const page = await open(path, 360);
      await page.getByRole('heading').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    },
  );

  it('takes answers by touch, and keys after it', async () => {
    const context = await browser().newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
    try {
      const page = await context.newPage();
      const address = new URL('/coding/pilot?coder=ana&item=1', serving().address).href;
      await page.goto(address, { waitUntil: 'networkidle' });
      const second = page.locator('fieldset').nth(1);
      await second.getByText('cannot tell').tap();
      await page.getByRole('button', { name: 'Save and go on' }).tap();
      await page.getByRole('heading', { name: /^Passage 2 / }).waitFor();
      await isSaved(page);
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('heading', { name: /^Passage 1 / }).waitFor();
      expect(await second.locator('input').nth(2).isChecked()).toBe(true);
    } finally {
      await context.close();
    }
  });

  it('says how to draw a sample where there is none, and who may code where nobody is named', async () => {
    const page = await open('/coding/pilot');
    await page.getByRole('link', { name: 'Say who you are' }).waitFor();
    await page.route('**/api/samples', (route) => route.fulfill({ json: { samples: [] } }));
    await page.getByRole('link', { name: 'Say who you are' }).click();
    await page.getByText('titrate sample --coders ana,ben').waitFor();
  });
});

describe.skipIf(browserPath === null)('an explorer that serves one coder alone', () => {
  it('has Coding and nothing else, and is sent nothing that Coding hides', async () => {
    const page = await openAsAna('/');
    const sent: Promise<string>[] = [];
    page.on('response', (response) => {
      sent.push(response.text().catch(() => ''));
    });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Coding', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/coding');
    expect(await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').allInnerTexts()).toEqual(
      ['Coding'],
    );
    expect(await faults(page)).toEqual([]);
    await pilotOf(page).getByRole('link', { name: 'as ana' }).click();
    await page.locator('#passage').waitFor();
    await code(page, 3, () => '1111');
    const all = (await Promise.all(sent)).join('\n');
    expect(all.length).toBeGreaterThan(10_000);
    const secrets = sample()
      .desk.database()
      .corpus()
      .flatMap(({ document, file }) => [document ?? file, file.split('/').at(-1) ?? file]);
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    await page.goto(new URL('/search', anas().address).href, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });
});
