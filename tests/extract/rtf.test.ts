import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, lines, read, texts } from './make.ts';

const head = '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Cyr;}}';
const rtf = (body: string) => new Uint8Array(Buffer.from(`${head}${body}}`, 'latin1'));
const marked = async (body: string) =>
  lines(await read('acta.rtf', rtf(body))).map(({ role, level, text }) => `${role}${level ?? ''}: ${text}`);

describe('RTF', () => {
  it('gives paragraphs, headings, list items, rows of tables and notes their roles', async () => {
    const styles = '{\\stylesheet{\\s1\\outlinelevel0 Title one;}{\\s2 heading 2;}}';
    const body = [
      '\\pard\\plain\\s1 Acta\\par',
      '\\pard\\plain\\s2{\\listtext\\pard 1.\\tab}Orden\\par',
      '\\pard\\plain\\ls1 punto\\par',
      "\\pard La econom\\'eda{\\super\\chftn{\\*\\footnote\\pard nota al pie}} solidaria\\par",
      '\\trowd\\pard\\intbl a\\cell b\\cell\\row',
      '\\pard fin\\par',
    ];
    expect(await marked(styles + body.join('\n'))).toEqual([
      'heading1: Acta',
      'heading2: Orden',
      'list_item: punto',
      'paragraph: La economía solidaria',
      'table_row: a\tb',
      'paragraph: fin',
      'footnote: nota al pie',
    ]);
  });

  it('decodes by code page, font and Unicode, without the characters for old readers', async () => {
    expect(
      await marked(
        "\\pard\\f1 \\'c6\\f0  \\'80 \\u241\\'f1\\uc2\\u8364\\'80\\'80x\\u-10179 ??\\u-9216 ??\\par",
      ),
    ).toEqual(['paragraph: Ж € ñ€x\u{1f400}']);
  });

  it('leaves out what is hidden, pictures, headers, fields and what readers do not know', async () => {
    const body =
      '{\\header encabezado}{\\pict\\bin4 {}{}}{\\*\\nuevo raro}{\\v oculto}{\\field{\\fldinst PAGE}{\\fldrslt 7}}\\{x\\}\\par';
    expect(await marked(`\\pard ${body}`)).toEqual(['paragraph: 7{x}']);
  });

  it('begins a page where the writer set a break', async () => {
    const { value } = await read('acta.rtf', rtf('\\pard uno\\par\\page dos\\par'));
    expect(value?.pages.map((page) => page.lines.map(({ text }) => text))).toEqual([['uno'], ['dos']]);
  });

  it('ends in problems where the file is damaged, never in an exception', async () => {
    expect(codes(await read('a.rtf', rtf('{\\pict\\bin999999999 x}')))).toEqual(['damaged']);
    expect(codes(await read('a.rtf', rtf('{'.repeat(100_000))))).toEqual(['damaged']);
    expect(codes(await read('a.rtf', rtf('')))).toEqual(['no_text']);
    expect(texts(await read('a.rtf', Buffer.from('{\\rtf1 abierto')))).toEqual(['abierto']);
  });

  it('reads any text back that is written with Unicode escapes', async () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const text = words.join(' ');
        const escaped = [...Array(text.length).keys()]
          .map((i) => `\\u${(text.charCodeAt(i) << 16) >> 16}?`)
          .join('');
        expect(texts(await read('a.rtf', rtf(`\\pard ${escaped}\\par`)))).toEqual([text]);
      }),
      { numRuns: 50 },
    );
  });
});
