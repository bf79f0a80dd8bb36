import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../model/recognition.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits of grey, compressed, filtered line by line, not interlaced. */
const kind = [8, 0, 0, 0, 0];
/** The filter that stores of each pixel what the one above it lacks (PNG, 9.2): text has long upright strokes. */
const up = 2;

/** A picture as a PNG file (W3C Recommendation, third edition): what a page in grey needs of it is one filter and Node's zlib. */
export function png({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(kind, 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    const at = y * (width + 1);
    rows[at] = up;
    for (let x = 0; x < width; x++) {
      const place = y * width + x;
      rows[at + 1 + x] = (pixels[place] ?? 0) - (y === 0 ? 0 : (pixels[place - width] ?? 0));
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
