import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../src/extract/extract.ts';
import type { Passage, Speaker, Zone } from '../src/model/passage.ts';
import { sha256 } from '../src/model/units.ts';
import { readAct } from '../src/segment/act/act.ts';
import { segment } from '../src/segment/segment.ts';
import { trueActs } from '../tests/support/acts.ts';
import { type Gold, truthOf, zoneScores } from '../tests/support/gold.ts';

/**
 * How well zones and speakers are found: precision and recall of every zone in passages, and of speakers, on made-up
 * documents and on real ones that were marked by hand.
 * Run: TITRATE_REAL=<folder> node bench/zones.ts
 */
type Pair = {
  readonly found: Zone;
  readonly zone: Zone;
  readonly role: Speaker['role'] | null;
  readonly heard: Speaker['role'] | null;
};

const pair = (passage: Passage, zone: Zone, role: Pair['role']): Pair => ({
  found: passage.zone,
  zone,
  role,
  heard: passage.speaker?.role ?? null,
});

function show(title: string, pairs: readonly Pair[]): void {
  const share = (right: number, of: number) => (of === 0 ? '–' : (right / of).toFixed(3));
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [zone, { right, found, true: all }] of [...zoneScores(pairs)].toSorted()) {
    rows[zone] = { passages: all, precision: share(right, found), recall: share(right, all) };
  }
  const named = pairs.filter(({ role }) => role !== null);
  const heard = pairs.filter(({ heard: one }) => one !== null);
  const right = named.filter(({ role, heard: one }) => role === one).length;
  rows['(speaker)'] = {
    passages: named.length,
    precision: share(right, heard.length),
    recall: share(right, named.length),
  };
  const agreed = pairs.filter(({ found, zone }) => found === zone).length;
  process.stdout.write(`${title}: ${pairs.length} passages, ${share(agreed, pairs.length)} in their zone\n`);
  console.table(rows);
}

show(
  'made up',
  trueActs.flatMap(({ passages, zones, speakers }) =>
    readAct(passages).passages.map((passage, i) => pair(passage, zones[i] ?? 'body', speakers[i] ?? null)),
  ),
);

const real = process.env['TITRATE_REAL'];
if (real === undefined) process.stdout.write('SKIPPED: real documents: set TITRATE_REAL to their folder\n');
else {
  const fixture = join(import.meta.dirname, '..', 'tests', 'fixtures', 'gold-zones.json');
  const golds: readonly Gold[] = JSON.parse(readFileSync(fixture, 'utf8'));
  const pairs: Pair[] = [];
  for (const { file, marks } of golds) {
    const bytes = new Uint8Array(readFileSync(join(real, file)));
    const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
    const { value } = await extract(bytes, { file, hash, characters: 50_000_000 });
    if (value === null) throw new Error(`Expected a document in ${file}, got none`);
    const { rows, lost } = truthOf(segment(value, { language: null }).passages, marks);
    if (lost > 0) process.stdout.write(`${file}: ${lost} of ${marks.length} marks not met\n`);
    pairs.push(...rows.map(({ passage, zone, role }) => pair(passage, zone, role)));
  }
  show(`real, ${golds.length} documents`, pairs);
}
