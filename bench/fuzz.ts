import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { keysOf } from '../src/app/keys.ts';
import { reader } from '../src/compose/engines.ts';
import { inputOf } from '../src/compose/open.ts';
import { openArtefacts } from '../src/io/artefacts.ts';
import { openStudy } from '../src/io/study.ts';
import type { DocumentJob, Receipt } from '../src/model/ports.ts';
import { statusOf } from '../src/model/problem.ts';
import type { JobResult } from '../src/model/queue.ts';
import type { OcrPlan } from '../src/model/recognition.ts';
import { sha256 } from '../src/model/units.ts';
import { type Child, startChild } from '../src/queue/child.ts';
import { mutate } from '../tests/extract/mutate.ts';
import { atEnd } from './support/tidy.ts';

/**
 * Damages documents at random and reads them as a run would, in the same sealed processes. What ends neither in a
 * receipt nor at a limit is a crash: it is printed with the seed that makes it again, and the bench fails. Documents
 * are those under TITRATE_REAL (PDF, DOCX, HTML), or of the bundled sample.
 * Run: node bench/fuzz.ts [--seconds 600] [--seed 1] [--cases 1] [--processes 2]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '1000000000' },
    processes: { type: 'string', default: '2' },
  },
});
const first = Number(values.seed);
const last = first + Number(values.cases);
const until = performance.now() + 1000 * Number(values.seconds);
const limits = { seconds: 20, megabytes: 700 };
/** Larger samples would take all the time there is. */
const largest = 3_000_000;

const program = join(import.meta.dirname, '..');
const real = process.env['TITRATE_REAL'];
const found = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder })
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => readFileSync(path).length <= largest);
const bundled = found(program, 'corpus/documents/**/*.{pdf,docx,html}');
const groups = ['.pdf', '.docx', '.html'].map((ending) => {
  const all = [...(real === undefined ? [] : found(real, `data/**/*${ending}`)), ...bundled];
  return all.filter((path) => extname(path) === ending);
});

const work = mkdtempSync(join(tmpdir(), 'titrate-fuzz-'));
atEnd(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }));
mkdirSync(join(work, 'artefacts'));
mkdirSync(join(work, 'mutants'));
const input = await inputOf(await openStudy(program));
const store = openArtefacts(join(work, 'artefacts'));
await store.write('lexicon', input.lexicon.hash, input.lexicon);
const { worker, reach } = reader([join(work, 'mutants')], [join(work, 'artefacts')], { engine: 'off' });
/** Pictures are not read: what the fuzz strikes are the readers of files. */
const ocr: OcrPlan = { engine: 'off', version: '', dpi: 200, seconds: 60, confidence: 60, low: 'keep' };

function jobOf(path: string, bytes: Buffer): DocumentJob {
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { characters, pages, unpacked } = input.file.settings.limits;
  const settings = {
    ...{ characters, pages, unpacked, password: null },
    ...{ lexicon: input.lexicon.hash, object: input.file.object, ocr },
  };
  const keys = keysOf({ file: path, hash, language: null }, settings, input.engines);
  return {
    id: keys.scanned.tags,
    file: path,
    path,
    artefacts: join(work, 'artefacts'),
    hash,
    language: null,
    ...settings,
    keys,
    earlier: null,
  };
}

const counts: Record<string, number> = {};
const count = (what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};
const crashes: string[] = [];
let next = first;
let done = 0;

async function lane(number: number): Promise<void> {
  let child: Child | null = null;
  while (next < last && performance.now() < until) {
    const seed = next++;
    const group = groups[seed % groups.length] ?? [];
    const sample = group[Math.floor(seed / groups.length) % group.length] ?? '';
    const bytes = await mutate(readFileSync(sample), seed);
    const path = join(work, 'mutants', `${number}${extname(sample)}`);
    writeFileSync(path, bytes);
    child ??= await startChild(worker, null, limits, reach);
    const answer = (await child.perform(jobOf(path, bytes), limits, 1)) as JobResult<Receipt>;
    done++;
    if (answer.failure === null) {
      const { problems } = answer.result;
      count(statusOf(problems));
      for (const code of new Set(problems.map((problem) => problem.code))) count(`  ${code}`);
      if ((child.resident() ?? 0) < limits.megabytes * 0.6) continue;
    } else {
      count(`stopped by ${answer.failure.kind}`);
      if (answer.failure.kind === 'crashed') {
        crashes.push(`seed ${seed}: ${sample}: ${answer.failure.detail}`);
        console.log(`crash with --seed ${seed} --cases 1: ${sample}: ${answer.failure.detail}`);
      } else console.log(`${answer.failure.kind} with --seed ${seed} --cases 1: ${sample}`);
    }
    await child.kill();
    child = null;
  }
  await child?.kill();
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(values.processes) }, (_, number) => lane(number)));
const seconds = (performance.now() - start) / 1000;
console.log(
  `${done} damaged documents of ${groups.map(({ length }) => length).join(' PDFs, ')} samples in ${seconds.toFixed(0)} s, seeds ${first} to ${next - 1}`,
);
console.table(Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))));
console.log(`${crashes.length} crashes`);
process.exit(crashes.length === 0 ? 0 : 1);
