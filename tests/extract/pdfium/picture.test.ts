import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWithPdfium, type PdfiumFile } from '../../../src/extract/pdfium/open.ts';
import type { Picture } from '../../../src/model/recognition.ts';
import { type MadePage, madePdf } from '../../support/scan.ts';

/** A grey picture with a black square in its upper left quarter. */
function square(width: number, height: number): Picture {
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height / 4; y++) pixels.fill(0, y * width, y * width + width / 4);
  return { width, height, dpi: 72, pixels };
}

async function withPage<T>(page: MadePage, use: (file: PdfiumFile) => T): Promise<T> {
  const open = await openWithPdfium(madePdf([page]));
  if (typeof open === 'string') throw new Error(open);
  try {
    return use(open);
  } finally {
    open.close();
  }
}

const shade = (picture: Picture | null, x: number, y: number) =>
  picture?.pixels[Math.floor(y * picture.height) * picture.width + Math.floor(x * picture.width)];

describe('a page as a picture', () => {
  it('has as many pixels as its size and resolution say, black where ink is', async () => {
    const page = { width: 200, height: 400, picture: square(100, 200) };
    const picture = await withPage(page, (file) => file.picture(0, 144, 1e6));
    expect(picture).toMatchObject({ width: 400, height: 800, dpi: 144 });
    expect(shade(picture, 0.1, 0.1)).toBe(0);
    expect(shade(picture, 0.9, 0.1)).toBe(255);
    expect(shade(picture, 0.1, 0.9)).toBe(255);
  });

  it('is turned as the page says', async () => {
    const page = { width: 200, height: 400, picture: square(100, 200), entries: '/Rotate 90' };
    const picture = await withPage(page, (file) => file.picture(0, 72, 1e6));
    expect(picture).toMatchObject({ width: 400, height: 200 });
    expect(shade(picture, 0.9, 0.1)).toBe(0);
    expect(shade(picture, 0.1, 0.1)).toBe(255);
  });

  it('never has many more pixels than allowed, whatever the size of the page', async () => {
    const side = fc.integer({ min: 1, max: 14_400 });
    const property = fc.asyncProperty(
      side,
      side,
      fc.integer({ min: 1, max: 600 }),
      async (width, height, dpi) => {
        const picture = await withPage({ width, height }, (file) => file.picture(0, dpi, 100_000));
        if (picture === null) return;
        expect(picture.pixels.length).toBe(picture.width * picture.height);
        expect(picture.pixels.length).toBeLessThanOrEqual(200_000);
        expect(picture.dpi).toBeLessThanOrEqual(dpi);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  it('is null for a page that is not there', async () => {
    expect(await withPage({ width: 10, height: 10 }, (file) => file.picture(7, 72, 1e6))).toBeNull();
  });
});

describe('a look at a page', () => {
  it('tells how much of it pictures cover, and how many dots they have', async () => {
    const whole = { width: 200, height: 400, picture: square(400, 800) };
    expect(await withPage(whole, (file) => file.look(0))).toMatchObject({ pictures: 1 });
    expect(await withPage(whole, (file) => file.inked(0))).toBe(true);
    expect((await withPage(whole, (file) => file.look(0)))?.dpi).toBeCloseTo(144, 0);
    const half = { width: 200, height: 400, picture: square(10, 10), content: '' };
    const drawn = { ...half, content: '', entries: '' };
    expect((await withPage(drawn, (file) => file.look(0)))?.pictures).toBe(1);
  });

  it('tells a blank page from one on which anything is printed', async () => {
    const page = { width: 200, height: 400 };
    expect(await withPage(page, (file) => file.look(0))).toEqual({ pictures: 0, dpi: 0 });
    expect(await withPage(page, (file) => file.inked(0))).toBe(false);
    const rule = { ...page, content: '50 50 100 2 re f' };
    expect(await withPage(rule, (file) => file.inked(0))).toBe(true);
    const white = { ...page, picture: { ...square(8, 8), pixels: new Uint8Array(64).fill(255) } };
    expect(await withPage(white, (file) => file.look(0))).toMatchObject({ pictures: 1 });
    expect(await withPage(white, (file) => file.inked(0))).toBe(false);
    const hidden = { ...page, content: 'BT 3 Tr /F1 12 Tf 20 20 Td (oculto) Tj ET' };
    expect(await withPage(hidden, (file) => file.inked(0))).toBe(false);
  });
});
