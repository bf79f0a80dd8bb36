import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReportWriter } from '../model/ports.ts';
import type { ReportFile } from '../model/results.ts';
import { isInside } from './walk.ts';

/**
 * Writes reports below a folder, one folder a run. A report appears whole: it is written beside its place and
 * moved there at the end. A run whose name is taken gets the next free number. `mayPublish` is awaited last of all;
 * what it throws leaves nothing behind.
 */
export function openReports(output: string, mayPublish = async () => {}): ReportWriter {
  return async (run, files) => {
    const partial = join(output, `.${run}.${randomBytes(6).toString('hex')}.partial`);
    try {
      await mkdir(partial, { recursive: true });
      for (const file of files) await writeInto(partial, file);
      await mayPublish();
      return await moveToFreeName(partial, join(output, run));
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  };
}

async function writeInto(folder: string, { path, content }: ReportFile): Promise<void> {
  const target = join(folder, path);
  if (!isInside(target, [folder]) || target === folder) {
    throw new Error(`Expected a path inside the report, got \`${path}\``);
  }
  await mkdir(dirname(target), { recursive: true });
  const pieces = typeof content === 'string' ? [content] : content;
  await pipeline(Readable.from(pieces), createWriteStream(target));
}

async function moveToFreeName(from: string, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if ((await stat(name).catch(() => null)) !== null) continue;
    try {
      await rename(from, name);
      return name;
    } catch (error) {
      // Another run took the name in between.
      if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
