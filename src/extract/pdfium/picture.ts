import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Picture } from '../../model/recognition.ts';
import type { EngineMemory } from '../memory.ts';

/** Values of PDFium's C interface: kinds of page objects, 8-bit grey, and "draw annotations too, in grey". */
const imageObject = 3;
const formObject = 5;
const grey = 1;
const drawAll = 0x01 | 0x08;
const white = 0xffffffff;

/** Depth to which objects inside objects are looked at; deeper ones are hostile. */
const deepest = 4;
/** Objects of a page that are looked at. */
const most = 20_000;
/** Cells on each side of the grid by which the area of pictures is measured. */
const grid = 40;
/** Resolution at which a page is looked at for anything printed, and how much darker than paper that is. */
const glanceDpi = 48;
const inkDepth = 24;

/** What is drawn on a page beside its text. */
export type Look = {
  /** Share of the page that pictures cover, from 0 to 1. */
  readonly pictures: number;
  /** Resolution of the largest of them as it lies on the page, in pixels to the inch; 0 without any. */
  readonly dpi: number;
};

/** A page of PDFium, and where it is seen: handles and sizes that are valid while the page is open. */
export type OpenPage = {
  readonly pdfium: WrappedPdfiumModule;
  readonly memory: EngineMemory;
  readonly page: number;
  /** Shown size in points. */
  readonly width: number;
  readonly height: number;
};

/**
 * The page as it is shown, rotated as it says, in grey on white. The resolution is lowered until the picture has
 * no more than `pixels`: a wrong size of page must not cost memory. Null where the page has no area.
 */
export function pictureOf(open: OpenPage, dpi: number, pixels: number): Picture | null {
  const { pdfium, memory, page } = open;
  const area = (open.width * open.height) / 72 ** 2;
  if (!(area > 0)) return null;
  const fitting = Math.min(dpi, Math.sqrt(pixels / area));
  const width = Math.max(1, Math.floor((open.width / 72) * fitting));
  const height = Math.max(1, Math.floor((open.height / 72) * fitting));
  // A strip of a page, a point wide and miles long, still has more pixels than asked for.
  if (width * height > 2 * pixels) return null;
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, grey, 0, 0);
  if (bitmap === 0) throw new Error(`the engine has no memory left for ${width} x ${height} pixels`);
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawAll);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const rows = memory.bytes(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height);
    if (stride === width) return { width, height, dpi: fitting, pixels: rows.slice() };
    const packed = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) packed.set(rows.subarray(y * stride, y * stride + width), y * width);
    return { width, height, dpi: fitting, pixels: packed };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

/** Looks at a page that has little or no text of its own. */
export function lookAt(open: OpenPage): Look {
  const cells = new Uint8Array(grid * grid);
  const largest = { area: 0, dpi: 0 };
  const { pdfium, memory, page } = open;
  const room = memory.reserve(16);
  try {
    // In user space a page turned by a quarter has its sides exchanged; a share does not mind.
    pdfium.FPDF_GetPageBoundingBox(page, room);
    const [left, top, right, bottom] = memory.floats(room);
    const wide = Math.max(1, right - left);
    const high = Math.max(1, top - bottom);
    let seen = 0;
    const look = (count: number, depth: number, objectAt: (index: number) => number, outer: number) => {
      for (let i = 0; i < count && seen < most; i++, seen++) {
        const object = objectAt(i);
        const kind = pdfium.FPDFPageObj_GetType(object);
        if (kind === imageObject) cover(outer === 0 ? object : outer, object);
        if (kind !== formObject || depth === deepest) continue;
        const inner = pdfium.FPDFFormObj_CountObjects(object);
        // What lies inside a form is measured in the form's space: the form's own place stands for it.
        const form = outer === 0 ? object : outer;
        look(inner, depth + 1, (index) => pdfium.FPDFFormObj_GetObject(object, index), form);
      }
    };
    const cover = (placed: number, image: number) => {
      if (!pdfium.FPDFPageObj_GetBounds(placed, room, room + 4, room + 8, room + 12)) return;
      const [l, b, r, t] = memory.floats(room);
      const column = (x: number) => Math.min(grid, Math.max(0, Math.round(((x - left) / wide) * grid)));
      const row = (y: number) => Math.min(grid, Math.max(0, Math.round(((y - bottom) / high) * grid)));
      for (let y = row(b); y < row(t); y++) cells.fill(1, y * grid + column(l), y * grid + column(r));
      const area = Math.max(0, r - l) * Math.max(0, t - b);
      if (area <= largest.area || !pdfium.FPDFImageObj_GetImagePixelSize(image, room, room + 4)) return;
      const [across, down] = memory.integers(room);
      largest.area = area;
      largest.dpi = Math.sqrt((across * down) / area) * 72;
    };
    look(pdfium.FPDFPage_CountObjects(page), 0, (index) => pdfium.FPDFPage_GetObject(page, index), 0);
  } finally {
    memory.free(room);
  }
  const covered = cells.reduce((sum, cell) => sum + cell, 0);
  return { pictures: covered / cells.length, dpi: largest.dpi };
}

/** Whether anything at all is seen on a page; it is drawn for that, which costs as much as reading it. */
export function isInked(open: OpenPage): boolean {
  const picture = pictureOf(open, glanceDpi, 1_000_000);
  if (picture === null) return false;
  let [darkest, lightest] = [255, 0];
  for (const pixel of picture.pixels) {
    if (pixel < darkest) darkest = pixel;
    if (pixel > lightest) lightest = pixel;
  }
  return lightest - darkest >= inkDepth;
}
