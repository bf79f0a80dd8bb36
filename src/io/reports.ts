import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReportWriter } from '../model/ports.ts';

/**
 * Writes reports below a folder, one folder a run. A report appears whole: it is written beside its place and
 * moved there at the end. A run whose name is taken gets the next free number.
 */
export function openReports(output: string): ReportWriter {
  return async (run, files) => {
    const partial = join(output, `.${run}.${process.pid}.partial`);
    try {
      for (const { path, content } of files) {
        const target = join(partial, path);
        await mkdir(dirname(target), { recursive: true });
        await pipeline(
          Readable.from(typeof content === 'string' ? [content] : content),
          createWriteStream(target),
        );
      }
      const folder = freeName(join(output, run));
      await rename(partial, folder);
      return folder;
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  };
}

function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}
