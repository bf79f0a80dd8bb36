import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dice } from '../sample/dice.ts';
import { cell } from '../src/io/cell.ts';
import { connectReader } from '../src/io/connect.ts';
import type { CellQuery } from '../src/model/glance.ts';
import { evidencePage } from '../src/model/reader.ts';
import { makeIndex, themes } from './search/made.ts';
import { percentile } from './support/percentile.ts';
import { atEnd } from './support/tidy.ts';

/**
 * Time to a page of the passages behind a cell over an index of 1,000,000 invented passages, by kind of cell: the first page
 * and one far behind. Ends with 1 where the 95th percentile over all pages is not under 100 ms. The first page after opening,
 * which reads where all documents stand, and the first of each frame, which reads its tags, are told apart.
 *
 * Run: node bench/evidence.ts; PASSAGES (1000000), CELLS (40 of a kind) and INDEX (as of bench/search.ts) can be set.
 */
const passages = Number(process.env['PASSAGES'] ?? 1_000_000);
const cells = Number(process.env['CELLS'] ?? 40);
const bar = 100;

const path = process.env['INDEX'] ?? join(temporary(), 'study.sqlite');
if (!existsSync(path)) makeIndex(path, Math.ceil(passages / 100));
const database = connectReader(path);
if (database === null) throw new Error(`${path}: expected an index of this version: delete it`);

const draw = dice(7, 'cells');
const categoriesOf = (theme: string) => [1, 2, 3, 4, 5].map((number) => `${theme}/category_${number}`);
const object = categoriesOf('objects');
const frames = themes.filter((theme) => theme !== 'objects');
const base = { object, periodYears: 5 };
const institution = () => `Institution ${draw.whole(0, 39)}`;
const voice = () => draw.pick(['civil_society', 'regional_body', 'national_government', 'donor']);
const frame = () => categoriesOf(draw.pick(frames));
const zone = () => draw.pick(['recital', 'operative', 'decision', 'annex'] as const);
const language = () => draw.pick(['es', 'pt', 'en']);

/** Cells of a kind, another each time. */
const kinds: Readonly<Record<string, () => CellQuery>> = {
  'institution × frame': () => ({ ...base, by: 'institution', keys: [institution()], categories: frame() }),
  'institution × frame × zone': () => ({
    ...base,
    by: 'institution',
    keys: [institution()],
    categories: frame(),
    zone: zone(),
  }),
  'institution × frame × year': () => {
    const since = 1990 + draw.whole(0, 29);
    return {
      ...base,
      by: 'institution',
      keys: [institution()],
      categories: frame(),
      since,
      until: since + 1,
    };
  },
  'voice × frame': () => ({ ...base, by: 'voice', keys: [voice()], categories: frame() }),
  'voice × frame × language × period': () => ({
    ...base,
    by: 'voice',
    keys: [voice()],
    categories: frame(),
    language: language(),
    period: `${1990 + 5 * draw.whole(0, 5)}-${1994 + 5 * draw.whole(0, 5)}`,
  }),
  'language × frame': () => ({ ...base, by: 'language', keys: [language()], categories: frame() }),
  'period × object': () => ({ ...base, by: 'period', keys: ['2000-2004'], categories: object }),
  'voice × object (the largest)': () => ({ ...base, by: 'voice', keys: [voice()], categories: object }),
};

const first = await measured({ ...base, by: 'voice', keys: ['donor'], categories: object }, 0);
console.log(`first cell after opening: ${first.ms.toFixed(1)} ms, ${first.total} passages`);
for (const one of frames) {
  const { ms } = await measured({ ...base, by: 'voice', keys: ['donor'], categories: categoriesOf(one) }, 0);
  console.log(`first cell of ${one}: ${ms.toFixed(1)} ms`);
}
const all: Cost[] = [];
for (const [kind, made] of Object.entries(kinds)) {
  const costs: Cost[] = [];
  let most = 0;
  for (let at = 0; at < cells; at++) {
    const query = made();
    const opened = await measured(query, 0);
    most = Math.max(most, opened.total);
    costs.push(opened, await measured(query, Math.max(0, opened.total - evidencePage)));
  }
  all.push(...costs);
  const at = (share: number) =>
    `${of(costs, 'ms', share)} ms (${of(costs, 'processor', share)} of processors)`;
  console.log(`${kind.padEnd(36)} median ${at(0.5)}   95 % ${at(0.95)}   up to ${most} passages`);
}
database.close();
const reached = of(all, 'ms', 0.95);
console.log(
  `\n95th percentile ${reached} ms (${of(all, 'processor', 0.95)} of processors), to be under ${bar}`,
);
process.exitCode = Number(reached) < bar ? 0 : 1;

/** Milliseconds on the wall, and of processors, for a cell of so many passages. */
type Cost = { readonly ms: number; readonly processor: number; readonly total: number };

function of(costs: readonly Cost[], name: 'ms' | 'processor', share: number): string {
  return percentile(
    costs.map((cost) => cost[name]),
    share,
  ).toFixed(1);
}

async function measured(query: CellQuery, from: number): Promise<Cost> {
  if (database === null) throw new Error('expected an index');
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { total } = await cell(database, query, from, evidencePage);
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, processor: (user + system) / 1000, total };
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
