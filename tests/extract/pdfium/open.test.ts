import { describe, expect, it } from 'vitest';
import { codes, lines, pdf, rawPdf, read, texts } from '../make.ts';

describe('PDF read by PDFium', () => {
  it('gives lines in reading order with their place, size and the size of the page', async () => {
    const bytes = await pdf((document) => {
      document.fontSize(18).text('Acta de la sesión', 72, 72);
      document.fontSize(11).text('Presentes: cinco', 90, 120);
      document.addPage({ size: 'A5', margin: 0 }).text('Segunda página', 50, 60);
    });
    const { value, problems } = await read('acta.pdf', bytes);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ format: 'pdf', reader: 'pdfium' });
    expect(value?.pages.map(({ index, label, width, height }) => [index, label, width, height])).toEqual([
      [0, null, 595.28, 841.89],
      [1, null, 419.53, 595.28],
    ]);
    const [title, present] = value?.pages[0]?.lines ?? [];
    expect(title).toMatchObject({ text: 'Acta de la sesión', size: 18, role: null });
    expect(title?.box?.left).toBeCloseTo(72, 0);
    expect(title?.box?.top).toBeGreaterThan(65);
    expect(title?.box?.bottom).toBeLessThan(100);
    expect(present?.box?.left).toBeCloseTo(90, 0);
    expect(present?.box?.top).toBeGreaterThan(title?.box?.bottom ?? Number.POSITIVE_INFINITY);
    expect(value?.pages[1]?.lines.map((line) => line.text)).toEqual(['Segunda página']);
  });

  it('takes the title from the metadata, and none from empty metadata', async () => {
    const titled = await pdf((document) => document.text('a'), {
      info: { Title: ' Plan de economía  social ' },
    });
    expect((await read('a.pdf', titled)).value?.title).toBe('Plan de economía social');
    const untitled = await pdf((document) => document.text('a'), { info: { Title: ' ' } });
    expect((await read('a.pdf', untitled)).value?.title).toBeNull();
  });

  it('gives the printed labels of pages', async () => {
    const catalog = '/PageLabels << /Nums [0 << /S /r /St 4 >>] >>';
    const { value } = await read('a.pdf', rawPdf({ content: 'BT /F1 12 Tf 50 700 Td (a) Tj ET', catalog }));
    expect(value?.pages[0]?.label).toBe('iv');
  });

  it('keeps a hyphen at a line end as printed', async () => {
    const bytes = await pdf((document) => {
      document.text('economía soli-', 72, 72).text('daria y social', 72, 86);
    });
    expect(texts(await read('a.pdf', bytes))).toEqual(['economía soli-', 'daria y social']);
  });

  it('gives the size at which text is seen, not the one before scaling', async () => {
    const content = 'BT /F1 1 Tf 14 0 0 14 50 700 Tm (scaled) Tj ET';
    expect(lines(await read('a.pdf', rawPdf({ content })))).toMatchObject([{ text: 'scaled', size: 14 }]);
  });

  it('places text on turned and cropped pages as it is shown', async () => {
    const content = 'BT /F1 10 Tf 120 690 Td (here) Tj ET';
    const page = '/MediaBox [0 0 600 800] /CropBox [100 100 500 700]';
    const [upright] = lines(await read('a.pdf', rawPdf({ content, page })));
    const turned = await read('a.pdf', rawPdf({ content, page: `${page} /Rotate 90` }));
    expect(upright?.box).toMatchObject({ left: expect.closeTo(20, 0), bottom: expect.closeTo(12, -1) });
    expect(turned.value?.pages[0]).toMatchObject({ width: 600, height: 400 });
    expect(lines(turned)[0]?.box).toMatchObject({
      top: expect.closeTo(20, 0),
      left: expect.closeTo(588, -1),
    });
  });

  it('keeps characters beyond the basic plane whole and drops what is no character', async () => {
    const unicode = { '41': 'D83DDE00', '42': 'D83D', '43': 'FFFE', '44': '0000', '45': '0001' };
    const content = 'BT /F1 12 Tf 72 700 Td (aAb cBd eCf gDh iEj) Tj 0 -20 Td (secAnd) Tj ET';
    const outcome = await read('a.pdf', rawPdf({ content, unicode }));
    expect(texts(outcome)).toEqual(['a😀b cd ef gh ij', 'sec😀nd']);
    expect(lines(outcome).map((line) => line.box?.left)).toEqual([72, 72]);
  });

  it('reports a page without text by its number, and a file without any once', async () => {
    const some = await pdf((document) => {
      document.text('uno').addPage().rect(10, 10, 50, 50).fill();
      document.addPage().text('tres');
    });
    const outcome = await read('a.pdf', some);
    expect(outcome.problems).toEqual([{ code: 'page_unread', file: 'a.pdf', page: 2, why: 'picture' }]);
    expect(outcome.value?.pages.map((page) => page.lines.length)).toEqual([1, 0, 1]);
    const none = await pdf((document) => document.addPage());
    expect(codes(await read('a.pdf', none))).toEqual(['no_text']);
  });

  it('reports a file that asks for a password, and opens one that only restricts copying', async () => {
    const draw = (document: PDFKit.PDFDocument) => document.text('Acta');
    const locked = await pdf(draw, { userPassword: 'secret', pdfVersion: '1.7' });
    expect(await read('a.pdf', locked)).toEqual({
      value: null,
      problems: [{ code: 'encrypted', file: 'a.pdf' }],
    });
    const owned = await pdf(draw, { ownerPassword: 'secret', permissions: { copying: false } });
    expect(texts(await read('a.pdf', owned))).toEqual(['Acta']);
  });

  it('reads one file after the other in one process, a broken one between', async () => {
    const good = await pdf((document) => document.text('bueno'));
    for (const bytes of [good, good.slice(0, 20), good]) await read('a.pdf', bytes);
    expect(texts(await read('a.pdf', good))).toEqual(['bueno']);
  });
});
