import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a whole run costs: first run, unchanged rerun, peak memory of the parent process, for every study
 * under TITRATE_REAL.
 * Run: TITRATE_REAL=<folder> node bench/studies.ts
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');
const studies = ['real-documents', 'sse-texts', 'movement-and-state'];

type Cost = { readonly seconds: number; readonly peakMegabytes: number };

async function cost(args: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const high = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      peak = Math.max(peak, Number(high ?? 0) / 1000);
    } catch {
      // It has just ended.
    }
  }, 20);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0)
    throw new Error(`Expected \`titrate ${args.join(' ')}\` to end with 0, got ${String(code)}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak };
}

const rows: Record<string, Record<string, string>> = {};
for (const study of studies) {
  const work = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
  const args = (workers: number, place: string) => [
    'run',
    join(real, 'studies', study, 'manifest.csv'),
    '--quiet',
    '--documents-root',
    real,
    '--workers',
    String(workers),
    '--state',
    join(work, place),
    '--output',
    join(work, 'reports'),
  ];
  const one = await cost(args(1, 'one'));
  const two = await cost(args(2, 'two'));
  const again = await cost(args(2, 'two'));
  rows[study] = {
    'first run, 1 worker': `${one.seconds.toFixed(1)} s`,
    'first run, 2 workers': `${two.seconds.toFixed(1)} s`,
    'speed-up': (one.seconds / two.seconds).toFixed(2),
    'unchanged rerun': `${again.seconds.toFixed(1)} s`,
    'rerun / first': (again.seconds / two.seconds).toFixed(2),
    'parent peak': `${Math.max(two.peakMegabytes, again.peakMegabytes).toFixed(0)} MB`,
  };
  rmSync(work, { recursive: true });
}
console.table(rows);
