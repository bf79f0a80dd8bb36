import { deflateSync } from 'node:zlib';
import { openWithPdfium } from '../../src/extract/pdfium/open.ts';
import type { Picture } from '../../src/model/recognition.ts';

/** What happens to a page on its way through a scanner. */
export type Scanning = {
  /** Degrees that it lies askew, clockwise. */
  readonly skew: number;
  /** Standard deviation of the grey of its noise. */
  readonly noise: number;
  /** Share of its pixels that are black or white specks. */
  readonly specks: number;
};

/** A page of a PDF that is made here: a picture over the whole page, text of its own, both, or neither. */
export type MadePage = {
  readonly width: number;
  readonly height: number;
  readonly picture?: Picture;
  /** PDF content in Helvetica `/F1`, drawn after the picture. */
  readonly content?: string;
  /** Further entries of the page, such as its rotation. */
  readonly entries?: string;
};

/** Pages of a PDF as pictures at a resolution; those at the given places from 0, or all. */
export async function drawn(bytes: Uint8Array, dpi: number, places?: readonly number[]): Promise<Picture[]> {
  const open = await openWithPdfium(bytes);
  if (typeof open === 'string') throw new Error(`Expected a PDF, got one that is ${open}`);
  try {
    const wanted = places ?? Array.from({ length: open.pages }, (_, index) => index);
    return wanted.flatMap((index) => open.picture(index, dpi, 50_000_000) ?? []);
  } finally {
    open.close();
  }
}

/** A picture as a scanner gives it; the same seed makes the same scan. */
export function scanned(picture: Picture, { skew, noise, specks }: Scanning, seed = 1): Picture {
  const { width, height, pixels } = picture;
  const random = generator(seed);
  const [sine, cosine] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)];
  const out = new Uint8Array(width * height);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : (pixels[y * width + x] ?? 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = dx * cosine + dy * sine + width / 2;
      const fromY = dy * cosine - dx * sine + height / 2;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [across, down] = [fromX - left, fromY - top];
      const upper = at(left, top) * (1 - across) + at(left + 1, top) * across;
      const lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
      // Paper is no pure white and ink no pure black.
      const grey = 20 + (upper * (1 - down) + lower * down) * 0.86;
      const speck = specks > 0 && random() < specks ? (random() < 0.5 ? -200 : 200) : 0;
      const grain = noise > 0 ? noise * (random() + random() + random() + random() - 2) * Math.sqrt(3) : 0;
      out[y * width + x] = Math.min(255, Math.max(0, Math.round(grey + grain + speck)));
    }
  }
  return { ...picture, pixels: out };
}

/** A PDF of pages made here. */
export function madePdf(pages: readonly MadePage[]): Uint8Array {
  const objects: Buffer[] = [];
  const add = (object: Buffer | string) => objects.push(Buffer.from(object));
  const first = 4;
  const kids = pages.map((_, index) => `${first + 3 * index} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [index, { width, height, picture, content = '', entries = '' }] of pages.entries()) {
    const at = first + 3 * index;
    const image = picture === undefined ? '' : `q ${width} 0 0 ${height} 0 0 cm /I Do Q `;
    const named = picture === undefined ? '' : `/XObject << /I ${at + 2} 0 R >>`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${entries} /Contents ${at + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${named} >> >>`,
    );
    add(stream('', Buffer.from(image + content, 'latin1')));
    add(
      picture === undefined
        ? 'null'
        : stream(
            `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
            deflateSync(picture.pixels, { level: 1 }),
          ),
    );
  }
  return file(objects);
}

function stream(entries: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

function file(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    const start = length;
    parts.push(whole);
    length += whole.length;
    return start;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
