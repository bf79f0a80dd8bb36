import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { EngineMemory } from '../../src/extract/memory.ts';
import { shown } from '../../src/extract/placement.ts';

/** A word as it stands on a page: its rectangle in points from the upper left corner of the page as shown. */
export type PrintedWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** False where it runs up or down the page. */
  readonly level: boolean;
};

/** The value of PDFium's C interface for annotations as they are shown on a screen. */
const forDisplay = 0;
/** Widest gap inside a word, as a share of the height of the font. */
const widestGap = 0.3;
/** PrintedWords that PDFium gives for a hyphen at a line end, or that stand for one. */
const hyphenAtEnd = /[\u0002\u00ad\ufffe]/u;

/**
 * The words of some pages (indices from 0) of a PDF with their places, in the order of the file. Words end at white space and
 * where the next character stands elsewhere. What is printed twice in one place (false bold) counts once. It
 * shares nothing with `src/extract` but the engine, so that a truth written as places can be read back.
 */
export async function printedWords(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<ReadonlyMap<number, readonly PrintedWord[]>> {
  const pdfium = await init({ print: () => {}, printErr: () => {} });
  pdfium.PDFiumExt_Init();
  const memory = new EngineMemory(pdfium.pdfium);
  const file = pdfium.FPDF_LoadMemDocument(memory.put(bytes), bytes.length, '');
  if (file === 0) throw new Error('expected a PDF that PDFium opens, got one that it does not');
  return new Map(pages.map((page) => [page, wordsOf(charactersOn(pdfium, memory, file, page))]));
}

function charactersOn(
  pdfium: WrappedPdfiumModule,
  memory: EngineMemory,
  file: number,
  index: number,
): readonly PrintedWord[] {
  // Annotations (stamps, signatures) are seen on the page, so their words belong to it.
  const bare = pdfium.FPDF_LoadPage(file, index);
  pdfium.FPDFPage_Flatten(bare, forDisplay);
  pdfium.FPDF_ClosePage(bare);
  const page = pdfium.FPDF_LoadPage(file, index);
  const text = pdfium.FPDFText_LoadPage(page);
  const answer = memory.reserve(64);
  pdfium.FPDF_GetPageBoundingBox(page, answer);
  const [left, top, right, bottom] = memory.floats(answer);
  const placement = {
    visible: { left, top, right, bottom },
    quarterTurns: pdfium.FPDFPage_GetRotation(page),
  };
  const found: PrintedWord[] = [];
  const count = pdfium.FPDFText_CountChars(text);
  for (let i = 0; i < count; i++) {
    const code = pdfium.FPDFText_GetUnicode(text, i);
    const raw = code === 0 ? '' : String.fromCodePoint(code);
    const isHyphen = pdfium.FPDFText_IsHyphen(text, i) === 1 || hyphenAtEnd.test(raw);
    pdfium.FPDFText_GetLooseCharBox(text, i, answer);
    const [left, top, right, bottom] = memory.floats(answer);
    found.push({
      text: isHyphen ? '-' : raw,
      ...shown({ left, top, right, bottom }, placement),
      level: Math.abs(Math.sin(pdfium.FPDFText_GetCharAngle(text, i))) < 0.5,
    });
  }
  return found;
}

function wordsOf(characters: readonly PrintedWord[]): readonly PrintedWord[] {
  const words: PrintedWord[] = [];
  let open = false;
  let last: PrintedWord | null = null;
  const seen = new Set<string>();
  for (const character of characters) {
    if (/^[\s\p{Cc}]*$/u.test(character.text)) {
      open = false;
      continue;
    }
    const place = `${character.text} ${Math.round(character.left / 1.5)} ${Math.round(character.top / 1.5)}`;
    // Characters of one ligature share a place.
    if (seen.has(place) && !sameBox(character, last)) continue;
    seen.add(place);
    const word = words.at(-1);
    if (open && word !== undefined && last !== null && goesOn(last, character))
      words[words.length - 1] = joined(word, character);
    else words.push(character);
    open = true;
    last = character;
  }
  return words;
}

function sameBox(one: PrintedWord, other: PrintedWord | null): boolean {
  return one.left === other?.left && one.right === other.right && one.top === other.top;
}

function goesOn(last: PrintedWord, next: PrintedWord): boolean {
  if (sameBox(next, last)) return true;
  if (last.level !== next.level) return false;
  if (!last.level) {
    const size = Math.max(last.right - last.left, next.right - next.left);
    const gap = Math.max(next.top - last.bottom, last.top - next.bottom);
    return gap < widestGap * size && Math.abs(next.left - last.left) < 0.6 * size;
  }
  const size = Math.max(last.bottom - last.top, next.bottom - next.top);
  const gap = next.left - last.right;
  const overlap = Math.min(last.bottom, next.bottom) - Math.max(last.top, next.top);
  return (
    gap < widestGap * size &&
    gap > -0.6 * size &&
    overlap > 0.3 * Math.min(last.bottom - last.top, next.bottom - next.top)
  );
}

function joined(word: PrintedWord, next: PrintedWord): PrintedWord {
  return {
    text: word.text + next.text,
    left: Math.min(word.left, next.left),
    right: Math.max(word.right, next.right),
    top: Math.min(word.top, next.top),
    bottom: Math.max(word.bottom, next.bottom),
    level: word.level,
  };
}
