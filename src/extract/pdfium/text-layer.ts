import type { Glyph, TextLayer } from '../lines.ts';
import type { OpenText } from './open-text.ts';
import { styles } from './styles.ts';

/** The text of a page on which so many characters are drawn; valid as long as the text page is open. */
export function textLayer(open: OpenText, drawn: number): TextLayer {
  const { pdfium, direct, memory, text, answer } = open;
  const at = memory.reserve(2 * drawn + 2);
  const units = pdfium.FPDFText_GetText(text, 0, drawn, at) - 1;
  const content = memory.utf16(at, units);
  memory.free(at);
  const character = (index: number) => direct.FPDFText_GetCharIndexFromTextIndex(text, index);
  const style = styles(open);
  const edge = (index: number, place: 0 | 2) =>
    direct.FPDFText_GetLooseCharBox(text, character(index), answer) === 1
      ? memory.float(answer, place)
      : Number.NaN;
  return {
    text: content,
    endsHyphenated: (index) => direct.FPDFText_IsHyphen(text, character(index)) === 1,
    glyph: (index) => glyphAt(open, character(index)),
    left: (index) => edge(index, 0),
    right: (index) => edge(index, 2),
    style: (index) => style(character(index)),
  };
}

function glyphAt({ direct, memory, text, answer }: OpenText, index: number): Glyph | null {
  if (direct.FPDFText_GetLooseCharBox(text, index, answer) !== 1) return null;
  const [left, top, right, bottom] = memory.floats(answer);
  if (direct.FPDFText_GetMatrix(text, index, answer) !== 1) return null;
  const [a, b, c, d] = memory.floats(answer);
  const isLevel = Math.abs(b) <= Math.abs(a) / 10;
  const isUpright = Math.abs(a) <= Math.abs(b) / 10;
  return {
    box: { left, top, right, bottom },
    // The size in the file comes before the matrix, which often carries all of it.
    size: direct.FPDFText_GetFontSize(text, index) * Math.hypot(c, d),
    direction: isLevel ? 'level' : isUpright ? 'upright' : 'slanted',
  };
}
