import type { Style } from '../lines.ts';
import type { UserBox } from '../placement.ts';
import { type Backdrop, backdrops } from './objects.ts';
import type { OpenText } from './open-text.ts';

/** Values of PDFium's C interface: text that is drawn in no way, or filled and stroked, which thickens it. */
const invisible = 3;
const thickened = 2;
/** Bit of a font's flags that asks for its strokes to be thickened. */
const forceBold = 1 << 18;
/** Least value of red, green and blue that is as good as paper. */
const paperWhite = 250;

/** Names of bold fonts, those of TeX and of Nimbus among them. The weight that PDFium guesses is wrong too often. */
const boldName = /bold|black|heavy|demi|CMBX|SFBX|Nimbus.*Medi$|[-,]Bd\b/i;

/** How the text object of a character is drawn, before it is known what lies behind it. */
type Drawing = { readonly bold: boolean; readonly ink: 'seen' | 'none' | 'white' };

/**
 * Answers for any character by its index how it is drawn. Text objects and fonts are looked at once a page. What
 * lies behind the text is only looked at on pages where something is drawn invisibly or in white: invisible text
 * over a picture is what a scanner read in it, white text over a picture or a dark shape can be read.
 */
export function styles(open: OpenText): (index: number) => Style {
  const { direct, text } = open;
  const drawings = new Map<number, Drawing>();
  const fonts = new Map<number, boolean>();
  let behind: readonly Backdrop[] | null = null;
  return (index) => {
    const object = direct.FPDFText_GetTextObject(text, index);
    if (object === 0) return { bold: false, hidden: false };
    const known = drawings.get(object);
    const drawing = known ?? drawingOf(object, open, fonts);
    if (known === undefined) drawings.set(object, drawing);
    if (drawing.ink === 'seen') return { bold: drawing.bold, hidden: false };
    behind ??= backdrops(open);
    return { bold: drawing.bold, hidden: !isOver(boxOf(index, open), drawing.ink, behind) };
  };
}

function drawingOf(object: number, open: OpenText, fonts: Map<number, boolean>): Drawing {
  const { direct } = open;
  const font = direct.FPDFTextObj_GetFont(object);
  const known = fonts.get(font);
  const bold = known ?? isBold(font, open);
  if (known === undefined) fonts.set(font, bold);
  const mode = direct.FPDFTextObj_GetTextRenderMode(object);
  return { bold: bold || mode === thickened, ink: mode === invisible ? 'none' : inkOf(object, open) };
}

/** Text whose outline is drawn has another colour too, so that only filled text can vanish. */
function inkOf(object: number, { direct, memory, answer }: OpenText): Drawing['ink'] {
  if (direct.FPDFPageObj_GetFillColor(object, answer, answer + 4, answer + 8, answer + 12) !== 1)
    return 'seen';
  const [red, green, blue, alpha] = memory.integers(answer);
  if (alpha === 0) return 'none';
  return Math.min(red, green, blue) >= paperWhite && direct.FPDFTextObj_GetTextRenderMode(object) === 0
    ? 'white'
    : 'seen';
}

function isBold(font: number, { direct, memory }: OpenText): boolean {
  if (font === 0) return false;
  if ((direct.FPDFFont_GetFlags(font) & forceBold) !== 0) return true;
  const size = direct.FPDFFont_GetBaseFontName(font, 0, 0);
  const at = memory.reserve(size + 1);
  direct.FPDFFont_GetBaseFontName(font, at, size);
  const name = memory.latin1(at, Math.max(0, size - 1));
  memory.free(at);
  return boldName.test(name);
}

function boxOf(index: number, { direct, memory, text, answer }: OpenText): UserBox {
  direct.FPDFText_GetLooseCharBox(text, index, answer);
  const [left, top, right, bottom] = memory.floats(answer);
  return { left, top, right, bottom };
}

/** True where the middle of a character lies on something that makes it readable. */
function isOver(box: UserBox, ink: 'none' | 'white', behind: readonly Backdrop[]): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return behind.some(
    ({ kind, box: b }) =>
      (ink === 'white' || kind === 'picture') && b.left <= x && x <= b.right && b.bottom <= y && y <= b.top,
  );
}
