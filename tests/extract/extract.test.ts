import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageText } from '../../src/model/document.ts';
import { statusOf } from '../../src/model/problem.ts';
import { codes, pdf, rawPdf, read, texts } from './make.ts';

describe('extract', () => {
  it('gives the document an id from the hash of its bytes', async () => {
    const one = await read('a.txt', 'Acta');
    const other = await read('elsewhere/b.txt', 'Acta');
    expect(one.value?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(other.value?.id).toBe(one.value?.id);
  });

  it('reports a file without bytes', async () => {
    expect(await read('a.pdf', '')).toEqual({
      value: null,
      problems: [{ code: 'file_empty', file: 'a.pdf' }],
    });
  });

  it('reports random bytes as no format it knows', async () => {
    const noise = fc.uint8Array({ minLength: 400, maxLength: 4000 });
    await fc.assert(
      fc.asyncProperty(noise, fc.constantFrom('a.pdf', 'a.txt', 'a.html', 'a'), async (bytes, file) => {
        fc.pre(
          bytes.some((byte) => byte > 0x7f) && bytes.filter((byte) => byte < 8).length > bytes.length / 50,
        );
        expect(await read(file, bytes)).toEqual({
          value: null,
          problems: [{ code: 'format_unknown', file }],
        });
      }),
      { seed: 1 },
    );
  });

  it('never throws, whatever the bytes begin with', async () => {
    const beginnings = [
      '%PDF-1.7\n',
      'PK\x03\x04word/document.xml',
      '<html>',
      '---\na: b\n---\n',
      '\xff\xfe',
      '',
    ];
    const file = fc.constantFrom('a.pdf', 'a.docx', 'a.html', 'a.md', 'a.txt');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array(),
        file,
        async (beginning, rest, name) => {
          const outcome = await read(name, Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
          expect(outcome.value !== null || statusOf(outcome.problems) === 'failed').toBe(true);
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });

  it('reads what the bytes are and reports the name that says otherwise', async () => {
    const page = await read(
      'acta.pdf',
      '<!DOCTYPE html><html><body><p>Página no encontrada</p></body></html>',
    );
    expect(page.value?.format).toBe('html');
    expect(texts(page)).toEqual(['Página no encontrada']);
    expect(page.problems).toEqual([
      { code: 'format_mismatch', file: 'acta.pdf', expected: 'pdf', found: 'html' },
    ]);
  });

  it('reports a text that is longer than the limit, in code points', async () => {
    const text = '😀😀😀\n😀';
    expect((await read('a.txt', text, { characters: 5 })).problems).toEqual([]);
    expect(await read('a.txt', text, { characters: 4 })).toEqual({
      value: null,
      problems: [{ code: 'text_too_long', file: 'a.txt', characters: 5, limit: 4 }],
    });
  });

  it('keeps the pages of a file that has no text', async () => {
    const outcome = await read('a.pdf', await pdf((document) => document.rect(10, 10, 50, 50).fill()));
    expect(codes(outcome)).toEqual(['no_text']);
    expect(outcome.value?.pages).toHaveLength(1);
    expect(statusOf(outcome.problems)).toBe('failed');
  });

  it('leaves no character in a page that is not one of a text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('a.txt', 'a.md', 'a.html'), async (content, file) => {
        const { value } = await read(file, `<html><p>a</p>${content}`);
        const all = value?.pages.map(pageText).join('\n') ?? '';
        expect(all).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u);
      }),
      { seed: 3 },
    );
  });

  it('opens an encrypted PDF with its password, and tells a wrong one from none', async () => {
    const bytes = await pdf((document) => document.text('Secreto', 50, 50), { userPassword: 'ábrete' });
    expect(codes(await read('a.pdf', bytes))).toEqual(['encrypted']);
    expect((await read('a.pdf', bytes, { password: 'cierra' })).problems).toEqual([
      { code: 'password_wrong', file: 'a.pdf' },
    ]);
    const open = await read('a.pdf', bytes, { password: 'ábrete' });
    expect(texts(open)).toEqual(['Secreto']);
    const plain = await pdf((document) => document.text('Abierto', 50, 50));
    expect(texts(await read('a.pdf', plain, { password: 'x' }))).toEqual(['Abierto']);
  });

  it('refuses a file of too many pages before it reads them, whichever reader counts', async () => {
    const four = await pdf((document) => {
      for (let page = 1; page < 4; page++) document.text(`${page}`, 50, 50).addPage();
    });
    expect(codes(await read('a.pdf', four, { pages: 4 }))).not.toContain('too_many_pages');
    const many = { code: 'too_many_pages', file: 'a.pdf', pages: 4, limit: 3 };
    expect(await read('a.pdf', four, { pages: 3 })).toEqual({ value: null, problems: [many] });
    const bare = rawPdf({ content: 'BT /F1 12 Tf 9 700 Td (uno) Tj ET', bare: true });
    expect(codes(await read('a.pdf', bare, { pages: 0 }))).toEqual(['too_many_pages']);
    expect((await read('a.txt', 'a\fb\fc\fd', { pages: 3 })).problems).toEqual([{ ...many, file: 'a.txt' }]);
  });
});
