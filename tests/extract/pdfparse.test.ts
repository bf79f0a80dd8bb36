import { describe, expect, it } from 'vitest';
import { openWithPdfParse } from '../../src/extract/pdfparse.ts';
import { codes, lines, pdf, rawPdf, read, texts } from './make.ts';

const content = 'BT /F1 12 Tf 72 700 Td (primera) Tj 0 -20 Td (segunda) Tj ET';

describe('PDF read by pdf-parse', () => {
  it('reads a file that PDFium cannot open, and says so', async () => {
    const outcome = await read('a.pdf', rawPdf({ content, bare: true }));
    expect(texts(outcome)).toEqual(['primera', 'segunda']);
    expect(lines(outcome).map(({ box, size, role }) => [box, size, role])).toEqual(
      Array(2).fill([null, null, null]),
    );
    expect(outcome.value?.reader).toBe('pdf-parse');
    expect(outcome.problems).toEqual([
      { code: 'second_reader', file: 'a.pdf', reader: 'pdf-parse', detail: 'cannot open the file' },
    ]);
  });

  it('leaves the bytes it is given as they are', async () => {
    const bytes = rawPdf({ content });
    const before = Buffer.from(bytes);
    const open = await openWithPdfParse(bytes);
    if (typeof open === 'string') throw new Error(open);
    expect((await open.lines(0)).map((line) => line.text)).toEqual(['primera', 'segunda']);
    await open.close();
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });

  it('says that a password is asked for', async () => {
    const locked = await pdf((document) => document.text('Acta'), { userPassword: 'secret' });
    expect(await openWithPdfParse(locked)).toBe('encrypted');
  });

  it('cannot open what no reader can', async () => {
    const outcome = await read('a.pdf', '%PDF-1.7\nnothing else');
    expect(codes(outcome)).toEqual(['damaged']);
    expect(outcome.value).toBeNull();
  });

  it('reads or reports a good file cut off anywhere', async () => {
    const good = await pdf((document) => document.text('Acta de la sesión'), { compress: true });
    for (let part = 1; part < 10; part++) {
      const outcome = await read('a.pdf', good.slice(0, Math.floor((good.length * part) / 10)));
      expect(outcome.problems.length).toBeGreaterThan(0);
    }
  });
});
