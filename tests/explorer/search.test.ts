import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/io/connect.ts';
import { indexPath, openIndex } from '../../src/io/database.ts';
import { readWorkbook } from '../../src/io/xlsx.ts';
import { api } from '../../src/model/api/api.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';
import { asked, givenSample } from '../support/explorer.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { unzip } from '../support/unzip.ts';

const sample = givenSample();

async function page(query: string) {
  const answer = await asked(sample().desk, `/api/search?${query}`);
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  const view = api['GET /api/search'].answer?.parse(body);
  if (view === undefined) throw new Error('expected a schema');
  return view;
}

async function all(query: string) {
  const lines = [];
  for (let after: string | null = ''; after !== null; ) {
    const { lines: some, next }: Awaited<ReturnType<typeof page>> = await page(
      `${query}${after === '' ? '' : `&after=${after}`}`,
    );
    lines.push(...some);
    after = next;
  }
  return lines;
}

async function refused(query: string): Promise<Refusal> {
  const answer = await asked(sample().desk, query);
  expect(answer.status).toBe(400);
  return (await answer.json()) as Refusal;
}

describe('the search of the explorer', () => {
  it('gives each hit on one page, with the passage that it leads to', async () => {
    const first = await page('words=economia+solidaria');
    expect(first.lines).toHaveLength(50);
    expect(first).toMatchObject({ more: false, left: 0 });
    const lines = await all('words=economia+solidaria');
    const { hits, passages } = (await (
      await asked(sample().desk, '/api/search/count?words=economia+solidaria')
    ).json()) as { hits: number; passages: number };
    expect(lines).toHaveLength(hits);
    expect(new Set(lines.map(({ passage }) => passage)).size).toBe(passages);
    expect(first.total).toBe(passages);
    for (const { document, passage, hit } of lines) {
      expect(passage.startsWith(`${document}-`)).toBe(true);
      expect(hit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()).toBe('economia solidaria');
    }
    const files = lines.map(({ file }) => file);
    expect(files).toEqual(files.toSorted());
  });

  it('is narrowed by everything that a page offers', async () => {
    const whole = await all('frame=NEP');
    expect(whole.length).toBeGreaterThan(50);
    for (const filter of [
      'voice=civil_society',
      'language=es',
      'zone=body',
      'from=2005&to=2010',
      'polarity=affirmed',
    ]) {
      const some = await all(`frame=NEP&${filter}`);
      expect(some.length, filter).toBeGreaterThan(0);
      expect(some.length, filter).toBeLessThanOrEqual(whole.length);
    }
    const dated = await all('frame=NEP&from=2005&to=2010');
    expect(dated.length).toBeLessThan(whole.length);
    expect(dated.every(({ date }) => date !== null && date >= '2005' && date.slice(0, 4) <= '2010')).toBe(
      true,
    );
    const [institution] = whole.map((line) => line.institution);
    const own = await all(`frame=NEP&institution=${encodeURIComponent(institution ?? '')}`);
    expect(new Set(own.map((line) => line.institution))).toEqual(new Set([institution]));
    const theme = await all('frame=new_economic_paradigm');
    expect(theme).toEqual(whole);
  });

  it('finds a term by its pattern, in the frame that it is asked for in', async () => {
    const answer = await asked(sample().desk, '/api/search/terms?frame=NEP');
    const { terms } = (await answer.json()) as { terms: string[] };
    expect(terms.length).toBeGreaterThan(10);
    const counts = await Promise.all(
      terms.map(async (term) => (await page(`frame=NEP&term=${encodeURIComponent(term)}`)).total),
    );
    expect(counts.some((count) => count > 0)).toBe(true);
    const found = await all(
      `term=${encodeURIComponent(terms[counts.findIndex((count) => count > 0)] ?? '')}`,
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it('sorts by what stands before and behind the hit', async () => {
    const lines = await all('words=cooperativ*&sort=right');
    const firstWord = (text: string) =>
      (text.match(/[\p{L}\p{N}\p{M}]+/u)?.[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const words = lines.map(({ right }) => firstWord(right));
    expect(words).toEqual(words.toSorted());
    const inOrder = await all('words=cooperativ*');
    const text = (line: object) => JSON.stringify(line);
    for (const sort of ['left', 'right', 'rank']) {
      const other = await all(`words=cooperativ*&sort=${sort}`);
      expect(other.map(text).toSorted()).toEqual(inOrder.map(text).toSorted());
    }
  });

  it('says what it cannot look for', async () => {
    expect((await refused('/api/search')).lines.join()).toMatch(/expected words, a frame or a term/);
    expect((await refused('/api/search?frame=XYZ')).lines.join()).toMatch(/frame: expected one of .*NEP/);
    expect((await refused('/api/search?term=zzz')).lines.join()).toMatch(
      /term: expected a term of the lexicon/,
    );
    expect((await refused('/api/search.csv?words=a*')).error).toBe('bad_request');
    expect((await refused('/api/search?words=a*')).lines.join()).toMatch(/three letters before the star/);
    expect((await refused('/api/search?words=a&zone=cellar')).error).toBe('bad_request');
    expect((await refused('/api/search?words=a&from=junio')).error).toBe('bad_request');
    expect((await refused('/api/search?words=a&after=;drop')).error).toBe('bad_request');
    expect((await refused(`/api/search?words=${'a'.repeat(201)}`)).error).toBe('bad_request');
    // Operators of the index are words like others.
    const operator = await page(`words=${encodeURIComponent('") OR ("')}`);
    expect(operator).toEqual(await page('words=or'));
  });

  it('exports what is seen as CSV and as a workbook', async () => {
    const query = 'frame=NEP&language=es&sort=left';
    const lines = await all(query);
    const answer = await asked(sample().desk, `/api/search.csv?${query}`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="search.csv"');
    const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
    expect(rows.map(({ passage }) => passage)).toEqual(lines.map(({ passage }) => passage));
    expect(rows.map(({ hit }) => hit)).toEqual(lines.map(({ hit }) => hit.replace(/\s+/g, ' ')));
    const workbook = await asked(sample().desk, `/api/search.xlsx?${query}`);
    const path = join(temporaryFolder(), 'search.xlsx');
    writeFileSync(path, new Uint8Array(await workbook.arrayBuffer()));
    const [head, ...cells] = await readWorkbook(path);
    expect(head).toEqual(Object.keys(rows[0] ?? {}));
    expect(cells.map((row) => row[5])).toEqual(lines.map(({ hit }) => hit.trim()));
  });

  it('exports pseudonyms for private names, and shows them on the page', async () => {
    const [line] = (await page('words=economia+solidaria')).lines;
    const index = connect(indexPath(join(sample().study, '.titrate')));
    const persons = [{ name: line?.hit, of: null, passage: line?.passage, start: 0, end: 0 }];
    index
      .prepare('UPDATE documents SET persons = ? WHERE document = ?')
      .run(JSON.stringify(persons), line?.document ?? '');
    index.close();
    const settings = join(sample().study, 'study.yaml');
    const written = readFileSync(settings, 'utf8');
    writeFileSync(settings, written.replace('names: shown', 'names: pseudonyms'));
    onTestFinished(() => writeFileSync(settings, written));
    expect((await page('words=economia+solidaria')).lines[0]?.hit).toBe(line?.hit);
    const answer = await asked(sample().desk, '/api/search.csv?words=economia+solidaria');
    const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
    expect(rows[0]).toMatchObject({
      passage: line?.passage,
      hit: expect.stringMatching(/^person [0-9A-Z]{8}$/),
    });
  });

  it('never gives a spreadsheet a formula', async () => {
    const state = join(sample().study, '.titrate');
    const database = openIndex(state);
    const [row] = database.corpus();
    database.setCorpus(
      database
        .corpus()
        .map((one) => (one.file === row?.file ? { ...one, institution: '=HYPERLINK("x")' } : one)),
    );
    database.close();
    const answer = await asked(
      sample().desk,
      `/api/search.csv?frame=object&institution=${encodeURIComponent('=HYPERLINK("x")')}`,
    );
    expect(answer.status).toBe(400);
    const table = await asked(
      sample().desk,
      `/api/search.csv?frame=SSE&institution=${encodeURIComponent('=HYPERLINK("x")')}`,
    );
    const rows: Record<string, string>[] = parse(await table.text(), { bom: true, columns: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ institution }) => institution === `'=HYPERLINK("x")`)).toBe(true);
    const workbook = await asked(
      sample().desk,
      `/api/search.xlsx?frame=SSE&institution=${encodeURIComponent('=HYPERLINK("x")')}`,
    );
    const path = join(temporaryFolder(), 'search.xlsx');
    writeFileSync(path, new Uint8Array(await workbook.arrayBuffer()));
    const [head = [], ...cells] = await readWorkbook(path);
    const at = head.indexOf('institution');
    expect(cells.map((row) => row[at])).toEqual(rows.map(() => '=HYPERLINK("x")'));
    // As a text, and neither as a formula nor with the sign that would have to be taken away again.
    const sheet = unzip(readFileSync(path)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<row');
    expect(sheet).not.toMatch(/<f[ >]/);
  });
});
