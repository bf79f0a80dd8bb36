import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture, Recogniser, SeenLine } from '../../model/recognition.ts';
import { RecognitionTimeout } from '../../model/recognition.ts';
import { dataNames, dataNamesOf, dpiOf, pageMode, pgm } from './names.ts';
import { linesInTsv } from './tsv.ts';

/** Bytes of an answer at most: many times what a page of the smallest print gives. */
const longest = 50_000_000;
/** Megabytes of address space that one of its processes may take. */
const mostMegabytes = 2_048;

/** What a recogniser is told of its process. */
export type RecogniserSettings = {
  /** Most wall-clock seconds for a page. */
  readonly seconds: number;
  /** Pages that may be read at a time now, at least 1. */
  readonly lanes: () => number;
};

/** What the system's Tesseract is: its version with a digest of its language data, and where these lie; or what it lacks. */
type SystemTesseract = { readonly version: string; readonly folder: string } | { readonly lacks: string };

const known = new Map<string | undefined, SystemTesseract>();

/** The system's Tesseract on the PATH of now, as this process found it when it first asked. */
export function versionOfTesseract(): SystemTesseract {
  const path = process.env['PATH'];
  const found = known.get(path) ?? lookForTesseract();
  known.set(path, found);
  return found;
}

function lookForTesseract(): SystemTesseract {
  const asked = (argument: string) =>
    spawnSync('tesseract', [argument], { encoding: 'utf8', timeout: 20_000, env: environment() });
  const { stdout, stderr, status } = asked('--version');
  const said = `${stdout ?? ''}${stderr ?? ''}`;
  const [, version] = /^tesseract v?(\S+)/m.exec(said) ?? [];
  if (status !== 0 || version === undefined) return { lacks: 'no tesseract on PATH' };
  const [, leptonica = 'unknown'] = /leptonica-(\S+)/.exec(said) ?? [];
  const listed = asked('--list-langs');
  const [, folder] = /"([^"]+)"/.exec(`${listed.stdout ?? ''}${listed.stderr ?? ''}`) ?? [];
  if (folder === undefined)
    return { lacks: `tesseract ${version}, which does not say where its languages are` };
  const digest = createHash('sha256');
  for (const name of Object.values(dataNames).sort()) {
    try {
      digest.update(readFileSync(join(folder, `${name}.traineddata`)));
    } catch {
      return { lacks: `tesseract ${version} without its language \`${name}\`` };
    }
  }
  return { version: `${version} leptonica ${leptonica} data ${digest.digest('hex').slice(0, 12)}`, folder };
}

/** The system's Tesseract: a process a page, killed when it takes too long. Nothing is written to a disk. */
export function openTesseract({ seconds, lanes }: RecogniserSettings): Recogniser {
  const running = new Set<AbortController>();
  return {
    lanes,
    async read(picture, languages) {
      const abort = new AbortController();
      running.add(abort);
      try {
        return await readPage(picture, dataNamesOf(languages), seconds, abort.signal);
      } finally {
        running.delete(abort);
      }
    },
    async close() {
      for (const abort of running) abort.abort();
    },
  };
}

function readPage(
  picture: Picture,
  languages: string,
  seconds: number,
  signal: AbortSignal,
): Promise<readonly SeenLine[]> {
  const options = ['--dpi', dpiOf(picture), '--psm', pageMode, '-c', 'tessedit_create_tsv=1'];
  const command = ['tesseract', 'stdin', 'stdout', '-l', languages, ...options];
  // Should this process be killed, what it started ends by itself: by its time, or when it answers nobody.
  const bounds = `ulimit -t ${Math.ceil(seconds)}; ulimit -v ${mostMegabytes * 1024} 2>/dev/null; exec "$@"`;
  const [program = '', ...rest] =
    process.platform === 'win32' ? command : ['sh', '-c', bounds, 'sh', ...command];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { env: environment(), signal, killSignal: 'SIGKILL' });
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    const parts: Buffer[] = [];
    let length = 0;
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => {
      length += part.length;
      if (length > longest) child.kill('SIGKILL');
      else parts.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint = `${complaint}${part.toString('utf8')}`.slice(0, 300);
    });
    child.on('error', (error) => {
      clearTimeout(clock);
      reject(error);
    });
    child.on('close', (code, killer) => {
      clearTimeout(clock);
      // SIGXCPU: it has had all the time it may have.
      if (late || killer === 'SIGXCPU') return reject(new RecognitionTimeout(seconds));
      if (code === 0) return resolve(linesInTsv(Buffer.concat(parts).toString('utf8')));
      reject(new Error(`tesseract ended with ${killer ?? `code ${code}`}: ${complaint.trim()}`));
    });
    // A process that has ended early says why by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(pgm(picture));
  });
}

/** What it needs to know of this process: nothing but where programs and its data are. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, TESSDATA_PREFIX, SystemRoot } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(TESSDATA_PREFIX === undefined ? {} : { TESSDATA_PREFIX }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    // Pages are read side by side: threads inside one of them only get in each other's way.
    OMP_THREAD_LIMIT: '1',
    LC_ALL: 'C',
  };
}
