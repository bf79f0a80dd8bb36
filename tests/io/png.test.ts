import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { png } from '../../src/io/png.ts';

/** Reads a grey PNG back as the Recommendation says, all five filters included. */
function unpng(file: Buffer): { width: number; height: number; pixels: Uint8Array } {
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks[file.toString('latin1', at + 4, at + 8)] = file.subarray(at + 8, at + 8 + length);
    at += length + 12;
  }
  const { IHDR = Buffer.alloc(0), IDAT = Buffer.alloc(0), IEND } = chunks;
  const [width, height] = [IHDR.readUInt32BE(0), IHDR.readUInt32BE(4)];
  expect([...IHDR.subarray(8)]).toEqual([8, 0, 0, 0, 0]);
  expect(IEND?.length).toBe(0);
  const rows = inflateSync(IDAT);
  expect(rows.length).toBe((width + 1) * height);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [left, above] = [
        x === 0 ? 0 : (pixels[y * width + x - 1] ?? 0),
        y === 0 ? 0 : (pixels[(y - 1) * width + x] ?? 0),
      ];
      const predicted = [0, left, above, (left + above) >> 1][rows[y * (width + 1)] ?? 0] ?? Number.NaN;
      pixels[y * width + x] = predicted + (rows[y * (width + 1) + 1 + x] ?? 0);
    }
  }
  return { width, height, pixels };
}

describe('a picture as PNG', () => {
  it('comes back as it was', () => {
    const picture = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
      .chain(([width, height]) =>
        fc
          .uint8Array({ minLength: width * height, maxLength: width * height })
          .map((pixels) => ({ width, height, dpi: 72, pixels })),
      );
    fc.assert(
      fc.property(picture, (one) => {
        const { width, height, pixels } = one;
        expect(unpng(png(one))).toEqual({ width, height, pixels: new Uint8Array(pixels) });
      }),
    );
  });

  it('has the checksums that readers look at', () => {
    const file = png({ width: 1, height: 1, dpi: 72, pixels: new Uint8Array([0]) });
    // The end of every PNG, with its checksum as the Recommendation prints it.
    expect(file.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
  });
});
