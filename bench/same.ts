import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { noAct } from '../src/model/act.ts';
import { type Member, readMembers } from '../src/relate/member.ts';
import { relate } from '../src/relate/relate.ts';
import { sketch, unpacked } from '../src/relate/sketch.ts';
import { agreement } from '../src/stats/minhash.ts';
import { act, member, passagesOf } from '../tests/relate/acts.ts';
import { parallel, realMembers } from '../tests/support/same.ts';

/**
 * Files that hold one act, on real documents: which pairs are found, missed and false, how much of the time of reading
 * the sketches take, the same text in two formats, and the cost of grouping a large corpus.
 * Run: TITRATE_REAL=<folder> node bench/same.ts [documents of the large corpus]
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

const { members, seconds, bytes } = await realMembers(real);
const words = members.reduce((sum, one) => sum + (one.sketch?.words ?? 0), 0);
const start = performance.now();
const found = relate(members);
const grouping = performance.now() - start;
const places = [...found].flatMap(([file, { same }]) => same.map((place) => ({ file, ...place })));
const countedIn = (file: string) =>
  places.find((one) => one.file === file && one.state !== 'proposed')?.of ?? file;
const truth = new Set(parallel.flat());
const isFound = ([one, other]: readonly [string, string]) => countedIn(one) === countedIn(other);

console.table({
  documents: members.length,
  words,
  'pairs in two languages': parallel.length,
  found: parallel.filter(isFound).length,
  missed: parallel.filter((pair) => !isFound(pair)).length,
  false: places.filter(
    ({ file, of, relation }) => relation === 'translation' && !(truth.has(file) && truth.has(of)),
  ).length,
  'equal texts': places.filter(({ relation }) => relation === 'copy').length,
  'proposed versions': places.filter(({ state, relation }) => state === 'proposed' && relation !== null)
    .length,
  'largest sketch, bytes': bytes,
  'sketches, share of reading': `${((100 * seconds.sketch) / (seconds.read + seconds.sketch)).toFixed(1)} %`,
  'grouping, ms': Math.round(grouping),
});
for (const { file, of, state, relation, similarity, evidence } of places) {
  if (relation === null) continue;
  console.log(`${state} ${relation} ${similarity?.toFixed(2) ?? '-'} ${evidence.join(' ')}  ${file}  ${of}`);
}

// How alike different acts are that share formulas: the closest pairs below the thresholds.
const read = readMembers(members);
const close = read
  .flatMap((a, at) => read.slice(at + 1).map((b) => ({ a, b, similarity: agreement(a.wording, b.wording) })))
  .filter(
    ({ a, b, similarity }) =>
      similarity >= 0.4 && similarity < 1 && Math.min(a.sketch.shingles, b.sketch.shingles) >= 50,
  )
  .toSorted((one, other) => other.similarity - one.similarity);
console.log(`\nPairs that share at least 0.4 of their wording: ${close.length}`);
for (const { a, b, similarity } of close.slice(0, 12))
  console.log(`${similarity.toFixed(2)}  ${a.file}  ${b.file}`);

const plan = 'policy/Seguimiento-Planes-de-Gobierno-Peru/Plan-de-Gobierno-Keiko.pdf';
const text = execFileSync('pdftotext', [join(real, 'data', plan), '-'], { encoding: 'utf8', maxBuffer: 1e9 });
const other = sketch(passagesOf('plan', text.split(/\n\s*\n/), 'es'), noAct);
const own = members.find(({ file }) => file === plan)?.sketch;
if (own !== null && own !== undefined) {
  const similarity = agreement(unpacked(own.wording), unpacked(other.wording));
  console.log(
    `\nThe plan as PDF and as text of another program share ${similarity.toFixed(2)} of their wording`,
  );
}

const many = Number(process.argv[2] ?? 20_000);
const large: Member[] = [];
for (let seed = 0; large.length < many; seed++) {
  for (const language of (['es', 'pt', 'en'] as const).slice(0, 1 + (seed % 3))) {
    large.push(member(`${seed}-${language}`, act(seed, language, 3 + (seed % 20)), language));
  }
}
const before = performance.now();
const grouped = relate(large);
console.log(
  `\n${large.length} documents are grouped in ${((performance.now() - before) / 1000).toFixed(1)} s; ${grouped.size} are in a group, resident memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
);
