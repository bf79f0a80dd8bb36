import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Glyph, TextLayer } from '../lines.ts';
import type { EngineMemory } from '../memory.ts';

/** A text page that PDFium has open. */
type OpenText = {
  readonly pdfium: WrappedPdfiumModule;
  readonly memory: EngineMemory;
  readonly text: number;
  /** Room for what PDFium answers in place: 64 bytes. */
  readonly answer: number;
};

/** The text of a page on which so many characters are drawn; valid as long as the text page is open. */
export function textLayer(open: OpenText, drawn: number): TextLayer {
  const { pdfium, memory, text } = open;
  const at = memory.reserve(2 * drawn + 2);
  const units = pdfium.FPDFText_GetText(text, 0, drawn, at) - 1;
  const content = memory.utf16(at, units);
  memory.free(at);
  const character = (index: number) => pdfium.FPDFText_GetCharIndexFromTextIndex(text, index);
  return {
    text: content,
    endsHyphenated: (index) => pdfium.FPDFText_IsHyphen(text, character(index)) === 1,
    glyph: (index) => glyphAt(open, character(index)),
  };
}

function glyphAt({ pdfium, memory, text, answer }: OpenText, index: number): Glyph | null {
  if (!pdfium.FPDFText_GetLooseCharBox(text, index, answer)) return null;
  const [left, top, right, bottom] = memory.floats(answer);
  if (!pdfium.FPDFText_GetMatrix(text, index, answer)) return null;
  const [a, b, c, d] = memory.floats(answer);
  const isLevel = Math.abs(b) <= Math.abs(a) / 10;
  const isUpright = Math.abs(a) <= Math.abs(b) / 10;
  return {
    box: { left, top, right, bottom },
    // The size in the file comes before the matrix, which often carries all of it.
    size: pdfium.FPDFText_GetFontSize(text, index) * Math.hypot(c, d),
    direction: isLevel ? 'level' : isUpright ? 'upright' : 'slanted',
  };
}
