import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The functions of PDFium that are called for characters, lines and page objects; addresses and answers are numbers. */
const names = [
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetMatrix',
  'FPDFText_GetFontSize',
  'FPDFText_GetCharIndexFromTextIndex',
  'FPDFText_IsHyphen',
  'FPDFText_GetTextObject',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetBaseFontName',
  'FPDFFont_GetFlags',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetBounds',
  'FPDFPath_GetDrawMode',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
] as const;

/** PDFium's functions as its WebAssembly exports them. */
export type Direct = Readonly<Record<(typeof names)[number], (...values: number[]) => number>>;

/**
 * The exported functions themselves: calls through the wrapped module take twenty times as long, more than all
 * of the work behind them. Throws where this build lacks one.
 */
export function direct({ pdfium }: WrappedPdfiumModule): Direct {
  const exported: object = pdfium.wasmExports;
  const entries = names.map((name) => {
    const found: unknown = Reflect.get(exported, name);
    if (typeof found !== 'function')
      throw new Error(`expected PDFium to export \`${name}\`, got ${typeof found}`);
    return [name, found];
  });
  return Object.fromEntries(entries);
}
