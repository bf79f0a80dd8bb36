import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSheetRows, writeSheet } from '../../src/io/sheets.ts';
import type { CodingSheet } from '../../src/model/coding.ts';
import { textDigest } from '../../src/validate/read.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { unzip } from '../support/unzip.ts';

const texts = [
  'La economía solidaria; «otra», dice "ella"\ny sigue.',
  '=SUM(A1:A9)',
  '+ de 10 – ¿qué?',
  '@cmd|calc',
  "'tis the mutual",
  '- punto',
  'ünïcödé ≥ 😀 \u0007 <b>&amp;',
];
const sheet: CodingSheet = {
  sample: 'sample-1',
  coder: 'ana',
  role: 'coder',
  columns: ['SSE', 'NEP'].map((code) => ({
    code,
    values: ['1', '0'],
    title: `Title of ${code}`,
    hint: 'A hint',
  })),
  rows: texts.map((text, at) => ({ item: `ITEM${at}`, text, said: null })),
  instructions: [{ title: 'How to code', lines: ['Read.', '=1+1'] }],
};

async function written(
  given: CodingSheet = sheet,
): Promise<readonly [xlsx: string, csv: string, text: string]> {
  const [xlsx = '', csv = '', text = ''] = await writeSheet(join(temporaryFolder(), 'sheets'), given);
  return [xlsx, csv, text];
}

describe('a coding sheet', () => {
  it('comes back from both formats with the texts as they were given out', async () => {
    const [xlsx, csv] = await written();
    for (const path of [xlsx, csv]) {
      const rows = await readSheetRows(path);
      expect(rows.map(({ cells }) => cells['item'])).toEqual(sheet.rows.map(({ item }) => item));
      expect(rows.map(({ cells }) => textDigest(cells['text'] ?? ''))).toEqual(texts.map(textDigest));
      expect(rows[0]).toMatchObject({
        row: 2,
        cells: { sse: '', nep: '', note: '', coder: 'ana', role: 'coder', sample: 'sample-1' },
      });
    }
  });

  it('runs nothing as a formula', async () => {
    const [xlsx, csv] = await written();
    const parts = unzip(readFileSync(xlsx));
    for (const [name, part] of parts) if (/sheet\d/.test(name)) expect(part).not.toContain('<f>');
    for (const line of readFileSync(csv, 'utf8').split('\r\n').slice(1)) {
      for (const cell of line.split(',')) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@]/);
    }
  });

  it('offers the codes as a list, in cells that alone are open', async () => {
    const [xlsx] = await written();
    const parts = unzip(readFileSync(xlsx));
    const coding = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(coding).toContain('<formula1>"1,0,?"</formula1>');
    expect(coding).toMatch(
      /<dataValidation type="list" sqref="C2:C8"[^>]*promptTitle="Title of SSE" prompt="A hint"/,
    );
    expect(coding).toContain('<sheetProtection sheet="1"');
    expect(coding).toContain('state="frozen"');
    expect(parts.get('xl/worksheets/sheet2.xml')).toBeDefined();
  });

  it('says how to code in a text beside it', async () => {
    const [, , text] = await written();
    expect(readFileSync(text, 'utf8')).toBe('## How to code\n\n- Read.\n- =1+1\n');
  });

  it('shows an adjudicator what was said, under a name of its own', async () => {
    const [xlsx, csv] = await written({
      ...sheet,
      coder: 'carla',
      role: 'adjudicator',
      rows: [{ item: 'ITEM0', text: 'a', said: 'ana: NEP 1\nben: NEP 0' }],
    });
    expect(csv).toMatch(/carla-adjudicates\.csv$/);
    for (const path of [xlsx, csv]) {
      expect((await readSheetRows(path))[0]?.cells).toMatchObject({
        said: 'ana: NEP 1\nben: NEP 0',
        role: 'adjudicator',
      });
    }
  });

  it('is read as spreadsheets save it: semicolons, tabs, UTF-16, Windows-1252, with and without a mark', async () => {
    const [, csv] = await written();
    const rows = await readSheetRows(csv);
    const digests = texts.map(textDigest);
    const again = (delimiter: string) =>
      [Object.keys(rows[0]?.cells ?? {}), ...rows.map(({ cells }) => Object.values(cells))]
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
        .join('\r\n');
    const narrow = (text: string) => Buffer.from(text.replace(/[^\0-\xff]/gu, '?'), 'latin1');
    const saved: readonly (readonly [string, Buffer])[] = [
      ['semicolon', Buffer.from(`\ufeff${again(';')}`)],
      ['plain', Buffer.from(again(','))],
      ['tab', Buffer.from(`\ufeff${again('\t')}`, 'utf16le')],
      ['narrow', narrow(again(';'))],
    ];
    for (const [name, bytes] of saved) {
      const path = join(temporaryFolder(), `${name}.csv`);
      writeFileSync(path, bytes);
      const back = await readSheetRows(path);
      expect(
        back.map(({ cells }) => textDigest(cells['text'] ?? '')),
        name,
      ).toEqual(digests);
    }
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['no workbook', Buffer.from('item,text\n1,2\n')],
    ['a cut workbook', null],
    ['another archive', Buffer.from('PK\u0003\u0004 and nothing more')],
  ])('says of %s what it is, without a trace', async (_, bytes) => {
    const [xlsx] = await written();
    const path = join(temporaryFolder(), 'back.xlsx');
    const whole = readFileSync(xlsx);
    writeFileSync(path, bytes ?? whole.subarray(0, whole.length / 2));
    await expect(readSheetRows(path)).rejects.toThrow(
      /back\.xlsx {2}expected a workbook \(XLSX\), got a damaged one/,
    );
  });

  it('says of a sheet that is not there where it looked', async () => {
    await expect(readSheetRows('/no/such.xlsx')).rejects.toThrow(
      /\/no\/such\.xlsx {2}expected a file, got ENOENT/,
    );
    await expect(readSheetRows('/no/such.csv')).rejects.toThrow(
      /\/no\/such\.csv {2}expected a file, got ENOENT/,
    );
  });
});
