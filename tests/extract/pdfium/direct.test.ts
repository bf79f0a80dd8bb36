import { init } from '@embedpdf/pdfium';
import { describe, expect, it } from 'vitest';
import { direct } from '../../../src/extract/pdfium/direct.ts';

describe('direct', () => {
  it('finds every function in the engine and answers as the wrapped ones do', async () => {
    const pdfium = await init({});
    pdfium.PDFiumExt_Init();
    const file = pdfium.FPDF_CreateNewDocument();
    const page = pdfium.FPDFPage_New(file, 0, 200, 100);
    const functions = direct(pdfium);
    expect(functions.FPDFPage_CountObjects(page)).toBe(pdfium.FPDFPage_CountObjects(page));
    expect(Object.values(functions).every((one) => typeof one === 'function')).toBe(true);
  });

  it('says which function a build lacks', async () => {
    const pdfium = await init({});
    const lacking = { ...pdfium, pdfium: { ...pdfium.pdfium, wasmExports: {} } };
    expect(() => Reflect.apply(direct, undefined, [lacking])).toThrow(
      'expected PDFium to export `FPDFText_GetLooseCharBox`, got undefined',
    );
  });
});
