import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFParse } from 'pdf-parse';
import type { Line } from '../model/document.ts';
import { clean } from './clean.ts';
import { titleOf, unplacedLine } from './reading.ts';

/** A PDF opened by pdf-parse; must be closed. */
export type ParsedFile = {
  readonly pages: number;
  readonly title: string | null;
  /** The lines of the page at an index from 0, without places; throws where the page is broken. */
  readonly lines: (index: number) => Promise<Line[]>;
  readonly close: () => Promise<void>;
};

/** Opens a PDF with pdf-parse; throws where it cannot. `encrypted` where a password, or another one, is asked for. */
export async function openWithPdfParse(
  bytes: Uint8Array,
  password: string | null = null,
): Promise<ParsedFile | 'encrypted'> {
  // Imported late: it takes a tenth of a second, and few documents need it.
  const { PasswordException, PDFParse, VerbosityLevel } = await import('pdf-parse');
  const parser = new PDFParse({
    // It empties the buffer it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    ...(password === null ? {} : { password }),
    isEvalSupported: false,
    useSystemFonts: false,
    ...fontData(),
  });
  try {
    const { total } = await parser.getText({ partial: [0] });
    return {
      pages: total,
      title: await titleIn(parser),
      lines: async (index) => {
        const { pages } = await parser.getText({ partial: [index + 1], pageJoiner: '', cellSeparator: ' ' });
        return linesOf(pages[0]?.text ?? '');
      },
      close: () => parser.destroy(),
    };
  } catch (error) {
    await parser.destroy();
    if (error instanceof PasswordException) return 'encrypted';
    throw error;
  }
}

/** The title of a file whose other metadata may be broken. */
async function titleIn(parser: PDFParse): Promise<string | null> {
  try {
    const { info } = await parser.getInfo();
    return titleOf(typeof info?.Title === 'string' ? info.Title : null);
  } catch {
    return null;
  }
}

function linesOf(text: string): Line[] {
  return clean(text)
    .split(/[\n\r\f\v\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map((line) => unplacedLine(line, null));
}

/** Where the metrics of the standard fonts and the tables of Asian encodings lie. */
function fontData() {
  const require = createRequire(import.meta.url);
  const folder = dirname(createRequire(require.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'));
  return { cMapUrl: join(folder, 'cmaps/'), standardFontDataUrl: join(folder, 'standard_fonts/') };
}
