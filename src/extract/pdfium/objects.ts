import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Kinds of page objects in PDFium's C interface. */
const textObject = 1;
const formObject = 5;

/** Depth to which objects inside objects are counted; deeper ones are hostile. */
const deepest = 4;

/** Number of objects that draw text on a page, also inside others. */
export function textsOn(pdfium: WrappedPdfiumModule, page: number): number {
  const texts = (count: number, depth: number, objectAt: (index: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const object = objectAt(i);
      const kind = pdfium.FPDFPageObj_GetType(object);
      if (kind === textObject) sum++;
      if (kind !== formObject || depth === deepest) continue;
      const inner = pdfium.FPDFFormObj_CountObjects(object);
      sum += texts(inner, depth + 1, (index) => pdfium.FPDFFormObj_GetObject(object, index));
    }
    return sum;
  };
  return texts(pdfium.FPDFPage_CountObjects(page), 0, (index) => pdfium.FPDFPage_GetObject(page, index));
}
