import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Worker } from 'tesseract.js';
import { type Picture, type Recogniser, RecognitionTimeout, type SeenLine } from '../../model/recognition.ts';
import { dataNames, dataNamesOf, dpiOf, pageMode, pgm } from './names.ts';
import type { RecogniserSettings } from './tesseract.ts';
import { linesInTsv } from './tsv.ts';

/** Megabytes that one of its threads takes with three languages and a page, and that the rest of the process needs. */
const megabytesEach = 220;
const megabytesRest = 400;

const require = createRequire(import.meta.url);

/** The version of tesseract.js and its core with a digest of the language data from the registry. */
export function versionOfTesseractJs(): string {
  const own = require('tesseract.js/package.json') as { readonly version: string };
  const nested = createRequire(require.resolve('tesseract.js'));
  const core = nested('tesseract.js-core/package.json') as { readonly version: string };
  const digest = createHash('sha256');
  for (const name of Object.values(dataNames).sort()) digest.update(readFileSync(dataFile(name)));
  return `${own.version} core ${core.version} data ${digest.digest('hex').slice(0, 12)}`;
}

/** A thread with the languages that it was made for. */
type Thread = { readonly languages: string; readonly worker: Worker };

/**
 * Tesseract in WebAssembly: threads of this process, so that whoever limits its memory limits theirs. `megabytes` is
 * that limit. Language data come from installed packages; nothing is fetched and nothing is written.
 */
export function openTesseractJs({
  seconds,
  lanes,
  megabytes,
}: RecogniserSettings & { readonly megabytes: number }): Recogniser {
  const idle: Thread[] = [];
  const all = new Set<Worker>();
  const room = Math.max(1, Math.floor((megabytes - megabytesRest) / megabytesEach));

  async function readPage(picture: Picture, languages: string): Promise<readonly SeenLine[]> {
    const found = idle.findIndex((one) => one.languages === languages);
    const thread =
      found < 0
        ? { languages, worker: await start(languages, (worker) => all.add(worker)) }
        : idle.splice(found, 1)[0];
    if (thread === undefined) throw new Error('expected an idle thread');
    const { worker } = thread;
    await worker.setParameters({ user_defined_dpi: dpiOf(picture) });
    const { data } = await worker.recognize(pgm(picture), {}, { text: false, tsv: true });
    idle.push(thread);
    return linesInTsv(data.tsv ?? '');
  }

  async function close(): Promise<void> {
    idle.length = 0;
    const ending = [...all];
    all.clear();
    await Promise.all(ending.map((worker) => worker.terminate()));
  }

  return {
    lanes: () => Math.min(lanes(), room),
    async read(picture, languages) {
      const late = Promise.withResolvers<never>();
      const clock = setTimeout(() => late.reject(new RecognitionTimeout(seconds)), seconds * 1000);
      try {
        return await Promise.race([readPage(picture, dataNamesOf(languages)), late.promise]);
      } catch (error) {
        // A thread cannot be asked to stop: all end, and the next page starts one.
        if (error instanceof RecognitionTimeout) await close();
        throw error instanceof Error ? error : new Error(String(error));
      } finally {
        clearTimeout(clock);
      }
    },
    close,
  };
}

async function start(languages: string, started: (worker: Worker) => void): Promise<Worker> {
  // Imported late: few documents need it.
  const { createWorker, OEM } = await import('tesseract.js');
  const [first = 'eng', ...others] = languages.split('+');
  // The worker takes this very list for the languages that it has.
  const loaded = [first];
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const options = {
    langPath: dirname(dataFile(first)),
    gzip: true,
    cacheMethod: 'none',
    // Without it, what goes wrong would be thrown where nobody can catch it.
    errorHandler: (error: unknown) => failed.reject(error),
  };
  const worker = await Promise.race([createWorker(loaded, OEM.LSTM_ONLY, options), failed.promise]);
  started(worker);
  // It knows one folder of languages only, and each comes in a package of its own.
  for (const name of others) {
    await worker.FS('writeFile', [`${name}.traineddata`, gunzipSync(readFileSync(dataFile(name)))]);
    loaded.push(name);
  }
  if (others.length > 0) await worker.reinitialize(languages);
  const { PSM } = await import('tesseract.js');
  const mode = Object.values(PSM).find((one) => one === pageMode);
  await worker.setParameters({ ...(mode === undefined ? {} : { tessedit_pageseg_mode: mode }) });
  return worker;
}

/** Whole-number data of the best models: exact on every processor, and fast. */
function dataFile(name: string): string {
  const folder = dirname(require.resolve(`@tesseract.js-data/${name}/package.json`));
  return join(folder, '4.0.0_best_int', `${name}.traineddata.gz`);
}
