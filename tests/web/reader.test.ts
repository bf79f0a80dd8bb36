import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '../../src/model/api/documents.ts';
import { pdf } from '../extract/make.ts';
import { browserPath, givenBrowser } from '../support/chromium.ts';
import { asked, givenSample, givenServing } from '../support/explorer.ts';
import { faults, opener } from '../support/page.ts';
import { put } from '../support/tiny.ts';

const script = '<script>globalThis.stung = 1</script>';
const image = '<img src=x onerror="globalThis.stung = 1">';
/** Words of the sample's lexicon, so that there is something to mark, between what would be markup. */
const words = `La economía solidaria ${script} es una alternativa al capitalismo ${image} y otra economía es posible.`;
const hostileFile = `documents/civil_society/"><img src=x onerror=stung=1> & 'x'.txt`;
/** Names of institutions that a page, a spreadsheet or a line of text could take for something else. */
const hostileNames = [
  `Red ${image}`,
  '=HYPERLINK("http://evil.example","x")',
  `Federación${'deCooperativas'.repeat(30)}`,
  'اتحاد التعاونيات في الجنوب',
] as const;
/** What each of the last three says: of two files that say the same only one counts. */
const ownWords = [
  'La economía solidaria es una alternativa al capitalismo, y en el valle la sostienen doce talleres de costura.',
  'Las cooperativas de pesca abrieron en marzo un mercado propio. Otra economía es posible si nadie queda fuera de ella, dijo su asamblea.',
  'El banco de horas del barrio norte cumple nueve años. Con la economía social crece un nuevo paradigma económico, según sus vecinas.',
];
const hostileTitle = `</title>${script}`;

const sample = givenSample(async (study) => {
  put(join(study, 'corpus'), {
    [hostileFile]: `${words}\n\n${words} Otra vez.\n`,
    'documents/civil_society/hostile.pdf': await pdf(
      (document) => {
        document.fontSize(12).text(words, 60, 60, { width: 400 });
      },
      { info: { Title: hostileTitle } },
    ),
  });
  const [header = ''] = readFileSync(join(study, 'corpus', 'manifest.csv'), 'utf8').split(/\r?\n/);
  const row = (file: string, institution: string = hostileNames[0]) => {
    const cells: Readonly<Record<string, string>> = {
      file,
      title: hostileTitle,
      institution,
      voice: 'civil_society',
      date: '2009',
      language: 'es',
    };
    return header
      .split(',')
      .map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`)
      .join(',');
  };
  const others = hostileNames.slice(1).map((name, at) => {
    const file = `documents/civil_society/named-${at}.txt`;
    put(join(study, 'corpus'), { [file]: `${ownWords[at]}\n` });
    return row(file, name);
  });
  const rows = [hostileFile, 'documents/civil_society/hostile.pdf'].map((file) => row(file));
  appendFileSync(join(study, 'corpus', 'manifest.csv'), `${[...rows, ...others].join('\n')}\n`);
});
const serving = givenServing(sample);
const browser = givenBrowser();

const open = opener(browser, serving, async (page) => {
  expect(await page.evaluate('globalThis.stung')).toBe(undefined);
});

async function rowOf(which: (row: DocumentRow) => boolean): Promise<DocumentRow> {
  const { rows } = (await (await asked(sample().desk, '/api/documents')).json()) as { rows: DocumentRow[] };
  const found = rows.find(which);
  if (found === undefined) throw new Error('expected such a document');
  return found;
}

const isSamplePdf = (row: DocumentRow) => row.format === 'pdf' && row.title !== hostileTitle;

describe.skipIf(browserPath === null)('reading in a browser', () => {
  it('goes from a number to its passages, to the words that fired, to their place on the page', async () => {
    const page = await open(
      '/evidence?by=institution&key=Austral+Convergence+of+Solidarity+Circles&code=NEP',
    );
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    const { total } = (await (
      await asked(
        sample().desk,
        '/api/evidence?by=institution&key=Austral+Convergence+of+Solidarity+Circles&code=NEP',
      )
    ).json()) as { total: number };
    expect(heading).toMatch(new RegExp(`^${total} passages about .*new paradigm`));
    expect(await page.locator('.quotes li').count()).toBe(Math.min(50, total));
    expect(await faults(page)).toEqual([]);
    await page
      .locator('.quotes a', { hasText: /Notas sobre/ })
      .first()
      .click();
    await page.locator('.panel dd code').first().waitFor();
    expect(await page.locator('.panel h3').innerText()).toMatch(/counts/);
    await page.locator('.paper rect.tag.paradigm').first().waitFor();
    // The first picture takes as long as a busy machine takes to start what draws it.
    await expect
      .poll(() => page.evaluate("document.querySelector('.paper img')?.naturalWidth"), { timeout: 30_000 })
      .toBeGreaterThan(300);
    expect(await faults(page)).toEqual([]);
  });

  it('marks the words of whatever a number counts, in the list and in the text', async () => {
    const page = await open('/evidence?by=voice&key=civil_society&code=BENEF');
    const passages = await page.locator('.quotes li').count();
    expect(passages).toBeGreaterThan(3);
    expect(await page.locator('.quotes li:has(mark.rose)').count()).toBe(passages);
    expect(await page.getByLabel('Framed as').locator('option:checked').innerText()).toBe('Beneficiaries');
    const word = await page.locator('mark.rose').first().innerText();
    await page.locator('.quotes .note a').first().click();
    const chosen = page.locator('.tagged[aria-current] mark');
    await chosen.waitFor();
    expect([await chosen.innerText(), await chosen.getAttribute('class')]).toEqual([word, 'other']);
    await page.getByRole('checkbox', { name: 'actors and markers' }).uncheck();
    expect(await page.locator('mark.other').count()).toBe(0);
    expect(new URL(page.url()).searchParams.has('show')).toBe(false);
  });

  it('goes from a rectangle on the page back to its text', async () => {
    const { document } = await rowOf(isSamplePdf);
    const page = await open(`/documents/${document}?page=1`);
    const marked = page.locator('.paper a').last();
    const name = (await marked.getAttribute('aria-label'))?.replace(' in the text', '') ?? '';
    await marked.focus();
    await page.keyboard.press('Enter');
    await page.locator(`article[aria-label="${name}"].chosen`).waitFor();
    expect(new URL(page.url()).searchParams.get('passage')).toMatch(/^[0-9a-f]{16}-/);
  });

  it('goes along the strip of frames by keyboard', async () => {
    const { document } = await rowOf(isSamplePdf);
    const page = await open(`/documents/${document}`);
    const strip = page.getByRole('slider');
    await strip.focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('article.chosen').waitFor();
    await page.keyboard.press('ArrowRight');
    const now = Number(await strip.getAttribute('aria-valuenow'));
    expect(now).toBeGreaterThan(1);
    expect(await strip.getAttribute('aria-valuetext')).toMatch(new RegExp(`^passage ${now} of \\d+, `));
  });

  it('takes marks away where they are not wanted, and says so in the address', async () => {
    const { document } = await rowOf(isSamplePdf);
    const page = await open(`/documents/${document}`);
    expect(await page.locator('mark.paradigm').count()).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: /New paradigm/ }).uncheck();
    expect(await page.locator('mark.paradigm').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('hide')).toBe('NEP');
  });

  it('keeps what somebody says against a tag, and shows it there', async () => {
    const { document } = await rowOf(isSamplePdf);
    const page = await open(`/documents/${document}`);
    await page.locator('a.tagged:has(mark.paradigm)').first().click();
    await page.getByText('Contest this tag').click();
    await page.getByLabel('What is wrong with it').fill(`Not meant so ${script}`);
    await page.getByLabel('Your name').fill('Ana');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByText('The note is kept.').waitFor();
    expect(await page.locator('.contests').innerText()).toContain(`Not meant so ${script}`);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('status').getByText('1 of 1 note').waitFor();
    const note = page.locator('.said li').first();
    expect(await note.innerText()).toMatch(/Not meant so .*Ana, \d{4}-\d\d-\d\d .*The tag is as it was/s);
    await page.getByLabel('Search').fill('nothing of it');
    await page.getByRole('heading', { name: 'No note fits' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=nothing+of+it');
    await page.getByLabel('Search').fill('not MEANT');
    await note.waitFor();
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await note.getByRole('link').click();
    await page.locator('.panel .contests').waitFor();
  });

  it('finds a document in the table and sorts it', async () => {
    const page = await open('/documents');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('searchbox').fill('costalba');
    await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(10);
    await page.getByRole('button', { name: 'pages' }).click();
    await page.getByRole('button', { name: 'pages' }).click();
    await page.locator('th[aria-sort="descending"]').waitFor();
    const pages = (await page.locator('tbody td:nth-child(6)').allInnerTexts()).map(Number);
    expect(pages).toEqual(pages.toSorted((a, b) => b - a));
  });

  it('says of a document without pages that its text is all there is', async () => {
    const { document } = await rowOf(({ format }) => format === 'docx');
    const page = await open(`/documents/${document}`);
    await page.getByText('without printed pages').waitFor();
    expect(await page.locator('.sheet').count()).toBe(0);
  });

  it('shows hostile texts, titles and names as what they are', async () => {
    for (const which of [
      (row: DocumentRow) => row.file === hostileFile,
      (row: DocumentRow) => row.file.endsWith('hostile.pdf'),
    ]) {
      const { document, file } = await rowOf(which);
      const page = await open(`/documents/${document}`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(hostileTitle);
      expect(await page.locator('.about').innerText()).toContain(file);
      expect(await page.locator('.text').innerText()).toContain(script);
      expect(await page.locator('.text img, .text script, .reader h1 script').count()).toBe(0);
      expect(await page.locator('mark.paradigm').count()).toBeGreaterThan(0);
    }
    const list = await open('/documents?q=onerror');
    expect(await list.locator('tbody tr').count()).toBeGreaterThan(0);
    const key = encodeURIComponent(`Red ${image}`);
    const evidence = await open(`/evidence?by=institution&key=${key}&code=NEP`);
    expect(await evidence.getByRole('heading', { level: 1 }).innerText()).toContain(image);
    const answer = await asked(sample().desk, `/api/evidence?by=institution&key=${key}&code=NEP`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([360, 1280])(
    'shows hostile names of institutions as what they are, at %i pixels',
    async (width) => {
      for (const name of hostileNames) {
        const asked = new URLSearchParams({ by: 'institution', key: name });
        for (const path of [
          '/institutions',
          `/institutions?${new URLSearchParams({ with: encodeURIComponent(name) })}`,
          `/time?${asked}`,
          `/evidence?${asked}&code=NEP`,
          `/mentions?${new URLSearchParams({ institution: name, kind: 'role' })}`,
        ]) {
          // The list of all is the same for each name.
          if (path === '/institutions' && name !== hostileNames[0]) continue;
          const page = await open(path, width);
          const shown = await page.locator('main').innerText();
          for (const one of path === '/institutions' ? hostileNames : [name])
            expect(shown, path).toContain(one);
          expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(
            width,
          );
          expect(await page.locator('img:not(.paper img)').count()).toBe(0);
        }
      }
      const page = await open('/institutions', width);
      expect(await faults(page)).toEqual([]);
      // Whatever way its letters run, those beside it stay where they are.
      const isolated = page.locator('table.sorted th bdi', { hasText: hostileNames[3] });
      expect(await isolated.count()).toBe(1);
    },
    120_000,
  );

  it.each([360, 2560])('fits into %i pixels', async (width) => {
    const { document } = await rowOf(isSamplePdf);
    for (const path of [
      `/documents/${document}`,
      `/documents/${document}?view=page`,
      '/documents',
      '/evidence?by=voice&key=civil_society&code=NEP',
    ]) {
      const page = await open(path, width);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width);
    }
  });
});
