import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Finding, isBalance } from '../../src/model/finding.ts';
import type { Concordance } from '../../src/model/search.ts';
import { passwords } from '../extract/torture.ts';
import { titrate } from '../support/cli.ts';
import { real } from '../support/requires.ts';
import { put, tables, temporaryFolder } from '../support/tiny.ts';

type Row = Readonly<Record<string, string>>;

describe.skipIf(real === null)('real studies', { timeout: 180_000 }, () => {
  const folder = real ?? '';

  /** One of the three studies, run in a place of its own. */
  async function study(name: string, more: readonly string[] = []) {
    const place = temporaryFolder();
    const manifest = join(folder, 'studies', name, 'manifest.csv');
    const at = [
      '--documents-root',
      folder,
      '--state',
      join(place, 'state'),
      '--output',
      join(place, 'reports'),
    ];
    const run = async () => {
      const ended = await titrate(['run', manifest, ...at, ...more, '--json']);
      expect(ended.code).toBe(0);
      const answer: { report: string; findings: Finding[] } = JSON.parse(ended.stdout);
      return { findings: answer.findings, table: tables('', join(place, 'reports')) };
    };
    const first = await run();
    const rows = (table: string): Row[] => parse(first.table[table] ?? '', { columns: true });
    const search = async (words: string): Promise<Concordance[]> => {
      const query = ['search', words, '--study', manifest, ...at.slice(2), '--limit', '1000', '--json'];
      return JSON.parse((await titrate(query)).stdout).lines;
    };
    const listed: Row[] = parse(readFileSync(manifest), { columns: true, bom: true });
    return { ...first, run, rows, search, listed };
  }

  function expectAccounted(documents: readonly Row[], listed: readonly Row[]): void {
    expect(documents.map(({ file }) => file)).toEqual(listed.map(({ file }) => file).toSorted());
    const lost = documents.filter(({ status }) => status === 'failed');
    for (const row of lost) expect(row['problems']).not.toBe('');
    const isElsewhere = ({ problems = '' }: Row) => /\b(duplicate|same_act)\b/.test(problems);
    expect(lost.filter((row) => !isElsewhere(row)).map(({ file }) => file)).toEqual([]);
  }

  it('reads constitutions, speeches, programmes and minutes, and refuses a claim without its voices', async () => {
    const { findings, rows, search, listed, run, table } = await study('real-documents');
    expectAccounted(rows('documents.csv'), listed);
    const balances = findings.filter(isBalance);
    expect(balances).toHaveLength(2);
    for (const finding of balances) {
      expect(finding).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['no_documents'], estimate: null });
    }
    for (const { verdict } of findings) expect(verdict).not.toMatch(/SUPPORTED|CONTRADICTED/);

    const inFile = (lines: readonly Concordance[], name: string) =>
      lines.filter(({ file }) => file.endsWith(`/${name}.txt`)).length;
    const goodLife = (await Promise.all(['buen vivir', 'sumak kawsay', 'vivir bien'].map(search))).flat();
    expect(inFile(goodLife, 'ecuador')).toBeGreaterThanOrEqual(24);
    expect(inFile(goodLife, 'bolivia')).toBeGreaterThanOrEqual(7);
    expect(inFile(goodLife, 'argentina') + inFile(goodLife, 'chile')).toBe(0);
    expect(inFile(await search('cooperativ*'), 'bolivia')).toBe(15);

    const market = await search('economía social de mercado');
    expect(market.length).toBeGreaterThanOrEqual(6);
    const passages = new Set(market.map(({ passage }) => passage));
    const fired = rows('tags.csv').filter(
      ({ passage, blocked, surface }) =>
        passages.has(passage ?? '') && blocked === '' && /econom[ií]a social/i.test(surface ?? ''),
    );
    expect(fired).toEqual([]);

    expect((await run()).table).toEqual(table);
  });

  it('refuses to compare voices that share no language, and profiles each of them', async () => {
    const voices = ['--contrast', 'civil_society:national_government'];
    const { findings, rows, listed } = await study('sse-texts', voices);
    expectAccounted(rows('documents.csv'), listed);
    for (const { verdict } of findings) expect(verdict).not.toMatch(/SUPPORTED|CONTRADICTED/);
    for (const finding of findings.filter(isBalance)) {
      expect(finding).toMatchObject({
        verdict: 'NOT_TESTABLE',
        reasons: ['no_common_support'],
        dilution: null,
      });
    }
    const framed = (voice: string) =>
      rows('profiles.csv').filter(
        ({ by, key, presence }) => by === 'voice' && key === voice && Number(presence) > 0,
      );
    expect(framed('civil_society').length).toBeGreaterThan(3);
    expect(framed('national_government').length).toBeGreaterThan(3);
  });

  it('compares movement and state in one language, and no verdict outruns the lexicon', async () => {
    const { findings, rows, listed } = await study('movement-and-state', [
      '--contrast',
      'civil_society:national_government',
    ]);
    expectAccounted(rows('documents.csv'), listed);
    const [primary] = findings.filter(isBalance);
    expect(primary).toMatchObject({ verdict: 'INCONCLUSIVE', corrected: false, scope: 'A' });
    expect(primary?.estimate?.value).toBeGreaterThan(0);
    expect(primary?.tippingPoint?.toZero).toBeLessThan(1);
    expect(primary?.strata.filter(({ compared }) => compared).map(({ language }) => language)).toContain(
      'pt',
    );
    // The pages carry navigation around the speech, which is taken out and logged.
    const speeches = rows('documents.csv').filter(({ file }) => file?.endsWith('.html'));
    expect(speeches.every(({ removals }) => Number(removals) > 20)).toBe(true);
  });

  it('survives every broken file, each with its own code, within its limits', async () => {
    const place = temporaryFolder();
    const broken = readdirSync(join(folder, 'data', 'torture'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(pdf|html?|txt|docx)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(broken.length).toBeGreaterThan(50);
    const manifest = ['file', ...broken.map((path) => `"${path}"`)].join('\n');
    put(place, { 'study.yaml': 'title: Broken files\n', 'corpus/manifest.csv': manifest });
    const documentsOf = async (): Promise<Row[]> => {
      expect((await titrate(['run', place, '--documents-root', folder, '--json'])).code).toBe(0);
      return parse(tables(place)['documents.csv'] ?? '', { columns: true });
    };
    const having = (documents: readonly Row[], code: string) =>
      documents
        .filter(({ problems }) => problems?.split(' ').includes(code))
        .map(({ file }) => basename(file ?? ''))
        .toSorted();
    const documents = await documentsOf();
    expect(documents).toHaveLength(broken.length);
    for (const { status, problems } of documents) {
      if (status !== 'ok') expect(problems).not.toBe('');
    }
    for (const code of ['file_empty', 'damaged', 'no_text', 'second_reader'])
      expect(having(documents, code)).not.toEqual([]);
    for (const code of ['crashed', 'time_limit', 'memory_limit'])
      expect({ code, files: having(documents, code) }).toEqual({ code, files: [] });
    expect(having(documents, 'encrypted')).toEqual(Object.keys(passwords));

    put(place, { 'study.yaml': JSON.stringify({ title: 'Broken files', passwords }) });
    const opened = await documentsOf();
    expect([...having(opened, 'encrypted'), ...having(opened, 'password_wrong')]).toEqual([]);
    // A file that holds the same as another is read too, and counted there.
    const isRead = ({ status, problems }: Row) =>
      status !== 'failed' || problems?.split(' ').includes('same_act');
    const read = (rows: readonly Row[]) => rows.filter(isRead).length;
    // One of the seven opens, but no text is on its page: only OCR may see any there.
    const more = read(opened) - read(documents);
    expect(Object.keys(passwords).length - more).toBeOneOf([0, 1]);
  });
});
