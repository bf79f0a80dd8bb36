import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { drawPage } from '../src/app/draw.ts';
import { png } from '../src/io/png.ts';
import type { DrawingJob, Drawn } from '../src/model/drawing.ts';
import '../src/queue/silence.ts';
import { servePool } from '../src/queue/serve-pool.ts';

/** The child that draws pages: like the one that reads them it may be killed at any moment. */
servePool((job) => drawn(job as DrawingJob));

/** What is drawn are the very bytes that were held against the hash: a file may change between two looks at it. */
async function drawn({ path, hash, page, width, password }: DrawingJob): Promise<Drawn> {
  const bytes = await readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return { kind: 'changed' };
  const picture = await drawPage(bytes, page, width, password);
  return typeof picture === 'string'
    ? { kind: picture }
    : { kind: 'png', bytes: new Uint8Array(png(picture)) };
}
