import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, titrate } from '../support/cli.ts';
import { put, tables, temporaryFolder, withLexicon } from '../support/tiny.ts';

const paradigm =
  'La economía solidaria es una alternativa al capitalismo: otra economía es posible, con reciprocidad y autogestión.';
const poverty =
  'Las cooperativas permiten la erradicación de la pobreza y la inclusión social de las familias en situación de vulnerabilidad.';
const neutral =
  'La reunión de las cooperativas aprobó el acta de la sesión anterior y fijó la fecha de la próxima.';

type Text = {
  readonly institution?: string;
  readonly voice?: string;
  readonly date?: string;
  readonly language?: string;
  readonly paragraphs?: readonly string[];
};
type Row = Record<string, unknown> & { readonly verdict: string; readonly reasons: readonly string[] };

function study(texts: readonly Text[], yaml = 'title: Made up\n'): string {
  const folder = join(temporaryFolder(), 'study');
  const rows = texts.map(
    ({ institution = 'Red', voice = 'civil_society', date = '2010', language = 'es' }, at) =>
      [`documents/t${at}.txt`, `Texto ${at}`, institution, voice, 'declaration', date, language].join(','),
  );
  put(folder, {
    'study.yaml': yaml,
    'corpus/manifest.csv': `${['file,title,institution,voice,kind,date,language', ...rows].join('\n')}\n`,
    ...Object.fromEntries(
      texts.map(({ paragraphs = [paradigm, poverty, neutral] }, at) => [
        `corpus/documents/t${at}.txt`,
        paragraphs.map((text, place) => `${text} Documento ${at}, párrafo ${place}.`).join('\n\n'),
      ]),
    ),
  });
  withLexicon(folder);
  return folder;
}

/** Twelve texts, half of them of either side, that say the same as often. */
const both = (more: (at: number) => Text = () => ({})): readonly Text[] =>
  Array.from({ length: 12 }, (_, at) => ({
    institution: at % 2 === 0 ? `Red ${at % 4}` : `Consejo ${at % 4}`,
    voice: at % 2 === 0 ? 'civil_society' : 'regional_body',
    paragraphs: [paradigm, paradigm, paradigm, poverty, poverty, poverty],
    ...more(at),
  }));

/** Runs a study and gives its findings, after seeing that nothing in the report is no number and nothing crashed. */
async function findingsOf(folder: string): Promise<readonly Row[]> {
  const ended = await titrate(['run', folder, '--quiet']);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  expect(ended.code).toBe(0);
  const latest = readdirSync(join(folder, 'reports')).toSorted().at(-1) ?? '';
  const text = readFileSync(join(folder, 'reports', latest, 'findings.json'), 'utf8');
  for (const table of [text, ...Object.values(tables(folder))])
    expect(table).not.toMatch(/\b(NaN|Infinity)\b/);
  const { findings } = JSON.parse(text) as { readonly findings: readonly Row[] };
  for (const { verdict, reasons } of findings) {
    if (verdict === 'NOT_TESTABLE' || verdict === 'INCONCLUSIVE') expect(reasons.length).toBeGreaterThan(0);
  }
  return findings;
}

const h1 = (findings: readonly Row[]) =>
  findings.find(({ hypothesis, role }) => hypothesis === 'H1' && role === 'primary');

describe('a study with next to nothing in it', { timeout: 240_000 }, () => {
  it.each<readonly [string, readonly Text[], string]>([
    ['one document', [{}], 'no_documents'],
    ['one institution', Array.from({ length: 6 }, () => ({})), 'no_documents'],
    ['no frame anywhere', both(() => ({ paragraphs: [neutral, neutral] })), 'too_few_framed_passages'],
    [
      'no language and period in common',
      both((at) => ({ date: at % 2 === 0 ? '1990' : '2015' })),
      'no_common_support',
    ],
  ])('says by a code why %s cannot be tested', async (_, texts, reason) => {
    expect(h1(await findingsOf(study(texts)))).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: [reason],
      estimate: null,
    });
  });

  it('says that a voice of the contrast has no documents', async () => {
    const yaml = 'title: Made up\ncontrast: { source: [civil_society], policy: [party] }\n';
    expect(h1(await findingsOf(study(both(), yaml)))).toMatchObject({ reasons: ['no_documents'] });
  });

  it('leaves ties open, and texts without dates or languages in the numbers', async () => {
    const tied = h1(await findingsOf(study(both())));
    expect(['INCONCLUSIVE', 'NOT_TESTABLE']).toContain(tied?.verdict);
    const bare = await findingsOf(study(both(() => ({ date: '', language: '' }))));
    expect(h1(bare)?.['documents']).toBe(12);
    expect(h1(bare)?.['strata']).toEqual([expect.objectContaining({ language: 'es', period: 'undated' })]);
  });

  it('refuses claims that contradict themselves by file and place, before anything is read', async () => {
    const folder = study(both());
    const claim = readFileSync(join(root, 'claims', 'dilution.yaml'), 'utf8');
    put(folder, { 'claims/torn.yaml': claim.replace('above: 0.5 }', 'above: 0.5, below: 0.4 }') });
    const { code, stderr } = await titrate(['run', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('claims/torn.yaml');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('leaves out codings of passages that are gone, and lines of the log that are of nothing drawn, and says so', async () => {
    const folder = study(both());
    await findingsOf(folder);
    expect(await titrate(['sample', folder, '--coders', 'ana'])).toMatchObject({ code: 0 });
    const key = readFileSync(join(folder, 'codings/sample-1/key.csv'), 'utf8').split('\n');
    const [item = '', document = '', passage = ''] = (key[1] ?? '').split(',');
    const act = {
      at: '2026-01-01T00:00:00.000Z',
      act: 'code',
      origin: 'human',
      role: 'coder',
      coder: 'ana',
      sample: 'sample-1',
      item,
      passage,
      codes: { SSE: '1', NEP: '1', ADD: '0', PE: '0' },
      from: 'ana.csv',
    };
    const gone = { ...act, passage: `${document.slice(0, 16)}-0000000000ff` };
    const unknown = { ...act, item: 'Q9Q9Q9', passage: `${document}-000000000000` };
    const log = [gone, act, unknown, { ...act, sample: 'sample-9' }].map((one) => JSON.stringify(one));
    put(folder, {
      'codings/codings.jsonl': `${[...log, 'not a line of a log'].join('\n')}\n`,
      'codings/sample-1/key.csv': key.join('\n').replaceAll(passage, gone.passage),
    });
    const found = h1(await findingsOf(folder));
    expect(found).toMatchObject({ corrected: false });
    const problems = tables(folder)['problems.csv'] ?? '';
    for (const [code, lines] of [
      ['coded_passage_gone', item],
      ['coding_passage_changed', 'line 2'],
      ['coding_item_unknown', 'line 3'],
      ['coding_sample_unknown', 'line 4'],
      ['coding_line_unread', 'line 5'],
    ])
      expect(problems).toMatch(new RegExp(`${code}.*${lines}`));
    expect(await titrate(['agreement', folder])).toMatchObject({
      stdout: expect.stringContaining('codings/codings.jsonl: line 3: expected an item of sample-1'),
    });
    expect((await titrate(['check', folder])).stdout).toContain(
      'codings/codings.jsonl: line 5 cannot be read',
    );
    const sheets = join(folder, 'codings/sample-1/sheets');
    const sheet = join(sheets, readdirSync(sheets).find((name) => name.endsWith('.csv')) ?? '');
    expect((await titrate(['codings', 'import', sheet, '--study', folder])).stderr).toContain(
      'codings.jsonl:5  the line: expected named values',
    );
  });
});
