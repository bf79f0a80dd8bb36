import { openWithPdfium } from '../extract/pdfium/open.ts';
import type { Picture } from '../model/recognition.ts';

/** Pixels of a drawn page at most, and its resolution at most: a wrong size of page must not cost memory. */
const mostPixels = 9_000_000;
const mostDpi = 400;
/** A glance at a page, from which its width is known. */
const glance = 36;

/** A page of a PDF as so many pixels across, or why there is none. */
export async function drawPage(
  bytes: Uint8Array,
  page: number,
  width: number,
  password: string | null,
): Promise<Picture | 'encrypted' | 'unreadable' | 'no_page'> {
  const open = await openWithPdfium(bytes, password);
  if (typeof open === 'string') return open;
  try {
    if (page >= open.pages) return 'no_page';
    const small = open.picture(page, glance, mostPixels);
    if (small === null) return 'no_page';
    const dpi = Math.min(mostDpi, (small.dpi * width) / small.width);
    return open.picture(page, dpi, mostPixels) ?? 'no_page';
  } finally {
    open.close();
  }
}
