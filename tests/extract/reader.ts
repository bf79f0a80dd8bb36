import { readFileSync } from 'node:fs';
import { codes, read } from './make.ts';

/** What became of a file. */
export type Found = {
  readonly path: string;
  readonly codes: readonly string[];
  readonly reader: string | null;
  /** Resident memory of the process after it. */
  readonly megabytes: number;
};

// Reads the files named on the command line one after the other; one line of JSON for each on standard output.
for (const path of process.argv.slice(2)) {
  const outcome = await read(path, new Uint8Array(readFileSync(path)));
  const found: Found = {
    path,
    codes: [...new Set(codes(outcome))],
    reader: outcome.value?.reader ?? null,
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
