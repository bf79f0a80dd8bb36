import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Effort, runInline } from '../support/inline.ts';
import { drawn, madePdf, scanned } from '../support/scan.ts';
import { put, tables, temporaryFolder } from '../support/tiny.ts';

const size = { width: 420, height: 360 };
const page = (...lines: string[]) => ({
  ...size,
  content: `BT /F1 12 Tf ${lines.map((line, row) => `1 0 0 1 30 ${320 - 16 * row} Tm (${line}) Tj`).join(' ')} ET`,
});
const typed = page(
  'El consejo de cooperativas de la region aprueba el acta de la sesion',
  'anterior y fija la fecha de la proxima reunion en la ciudad sede.',
);
const paradigm = page(
  'Las cooperativas son una alternativa al capitalismo: la economia',
  'solidaria es otra economia posible, con reciprocidad y autogestion',
  'frente al modelo neoliberal, dice la declaracion de las redes.',
);

async function study(settings: string): Promise<string> {
  const folder = temporaryFolder();
  const [picture] = await drawn(madePdf([paradigm]), 200);
  if (picture === undefined) throw new Error('expected a page');
  const scan = { ...size, picture: scanned(picture, { skew: 0.6, noise: 6, specks: 0 }) };
  put(folder, {
    'study.yaml': `title: Scans\nsettings:\n  ocr: ${settings}\n`,
    'corpus/manifest.csv': [
      'file,institution,voice,date,language',
      'documents/mixed.pdf,Red,civil_society,2010,es',
      'documents/typed.pdf,Red,civil_society,2011,es',
    ].join('\n'),
    'corpus/documents/mixed.pdf': madePdf([typed, scan, size]),
    'corpus/documents/typed.pdf': madePdf([typed, size]),
  });
  return folder;
}

function rows(folder: string, name: string): Record<string, string>[] {
  return parse(tables(folder)[name] ?? '', { columns: true });
}

const change = (folder: string, settings: string) =>
  put(folder, { 'study.yaml': `title: Scans\nsettings:\n  ocr: ${settings}\n` });
const work = ({ document, recognition, passages, opened }: Effort) => [
  document,
  recognition,
  passages,
  opened,
];

describe('a study with scans', { timeout: 240_000 }, () => {
  it('reads by OCR the pages that need it, and again only those when OCR changes', async () => {
    const folder = await study('{ engine: off }');
    expect(work(await runInline(folder))).toEqual([2, 0, 2, 2]);
    expect(rows(folder, 'documents.csv')).toMatchObject([
      { status: 'partial', problems: 'page_unread', pages_text: '1', pages_unread: '1', pages_blank: '1' },
      { status: 'ok', problems: '', pages_text: '1', pages_unread: '0', pages_blank: '1' },
    ]);
    expect(rows(folder, 'evidence.csv')).toEqual([]);

    change(folder, '{ engine: tesseract.js }');
    expect(work(await runInline(folder))).toEqual([0, 1, 1, 1]);
    const [mixed, plain] = rows(folder, 'documents.csv');
    expect(mixed).toMatchObject({
      status: 'ok',
      problems: 'pages_recognised',
      pages_ocr: '1',
      pages_unread: '0',
    });
    expect(plain).toMatchObject({ status: 'ok', problems: '' });
    const [passage] = rows(folder, 'evidence.csv');
    expect(passage?.['text']).toContain('alternativa al capitalismo');
    expect(Number(passage?.['confidence'])).toBeGreaterThan(60);

    change(folder, '{ engine: tesseract.js, confidence: 99.9 }');
    expect(work(await runInline(folder))).toEqual([0, 0, 0, 0]);
    expect(rows(folder, 'documents.csv')[0]).toMatchObject({
      problems: 'pages_recognised low_confidence',
      object_passages: '2',
    });
    expect(rows(folder, 'evidence.csv')).toHaveLength(1);

    change(folder, '{ engine: tesseract.js, confidence: 99.9, low: exclude }');
    expect(work(await runInline(folder))).toEqual([0, 0, 0, 0]);
    expect(rows(folder, 'documents.csv')[0]).toMatchObject({
      status: 'partial',
      problems: 'pages_recognised low_confidence_excluded',
      object_passages: '1',
    });
    expect(rows(folder, 'evidence.csv')).toEqual([]);

    change(folder, '{ engine: tesseract.js, dpi: 150 }');
    expect(work(await runInline(folder))).toEqual([0, 1, 1, 1]);
    expect(work(await runInline(folder))).toEqual([0, 0, 0, 0]);
    const newest = readdirSync(join(folder, 'reports')).toSorted().at(-1) ?? '';
    const record = readFileSync(join(folder, 'reports', newest, 'run.json'), 'utf8');
    expect(JSON.parse(record).engines.ocr).toMatch(/^tesseract\.js \d/);
  });
});
