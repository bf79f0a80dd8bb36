import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Made, makeTerms, makeText, type Plan } from './matching/made.ts';
import { realMatching } from './matching/real.ts';
import { storedStudy } from './matching/stored.ts';
import { inProcess } from './matching/worker.ts';
import { atEnd } from './support/tidy.ts';

/**
 * What matching costs: made-up English tagged by lexicons of 1,000 and 10,000 terms, by one with masks, windows, cues,
 * polarity and voice; two processes against one; a lexicon edited over stored passages, by a term of few documents and
 * by one of all; the memory of a worker; beside them sklearn and nltk on the same text, where python3 has them. Speeds are of the fastest round, in megabytes a second
 * of processor time of the one thread, which other work on the machine disturbs least; the time of a lexicon edit is
 * by the clock. Two processes are held against one by the clock on a machine that does nothing else when the bench begins,
 * and by what each uses of its processor where others use the cores and no clock is true; both are printed. With TITRATE_REAL
 * also this program's lexicon on real passages. Ends with 1 where a bar is missed.
 * Run: node bench/matching.ts; MEGABYTES (24), ROUNDS (5) and PASSAGES (125000, 0 for none) can be set.
 */
const megabytes = Number(process.env['MEGABYTES'] ?? 24);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const passages = Number(process.env['PASSAGES'] ?? 125_000);

const plans: Readonly<Record<string, { readonly plan: Plan; readonly bar: number }>> = {
  '1,000 terms': { plan: { terms: 1000, isFull: false }, bar: 30 },
  '10,000 terms': { plan: { terms: 10_000, isFull: false }, bar: 15 },
  '3,000 terms, masks, windows, polarity, voice': { plan: { terms: 3000, isFull: true }, bar: 10 },
};

/** Whether others leave the cores to this bench, as far as the last minute tells. */
const quiet = (loadavg()[0] ?? 0) < 1;

const missed: string[] = [];
function hold(name: string, value: number, isHeld: boolean, bar: string): Record<string, string | number> {
  if (!isHeld) missed.push(`${name}: expected ${bar}, got ${value.toFixed(2)}`);
  return { measured: Number(value.toFixed(2)), bar, held: isHeld ? 'yes' : 'NO' };
}

const made = makeText(megabytes * 1e6, 1);
console.log(
  `${(made.bytes / 1e6).toFixed(1)} MB, ${made.words} words, ${made.passages.length} passages, fastest of ${rounds} rounds`,
);
const speeds: Record<string, Record<string, string | number>> = {};
const bars: Record<string, Record<string, string | number>> = {};
for (const [name, { plan, bar }] of Object.entries(plans)) {
  const one = await inProcess({ megabytes, rounds, plan, part: 0, of: 1 });
  speeds[`titrate, ${name}`] = {
    'MB/s': Number(one.speed.toFixed(1)),
    'MB/s, first round': Number(one.first.toFixed(1)),
    'tags a 1,000 words': Number(((1000 * one.tags) / made.words).toFixed(1)),
  };
  bars[`${name}, MB/s`] = hold(name, one.speed, one.speed >= bar, `at least ${bar}`);
}
peers(made);
console.table(speeds);

const ratios: { readonly clock: number; readonly processor: number }[] = [];
for (let round = 0; round < 3; round++) {
  const order = { megabytes, rounds: 3, plan: { terms: 3000, isFull: true } };
  const alone = await inProcess({ ...order, part: 0, of: 1 });
  const both = await Promise.all([0, 1].map((part) => inProcess({ ...order, part, of: 2 })));
  ratios.push({
    clock: alone.seconds / Math.max(...both.map(({ seconds }) => seconds)),
    processor: alone.processor / Math.max(...both.map(({ processor }) => processor)),
  });
}
console.log(
  `two processes against one, by the clock: ${ratios.map(({ clock }) => clock.toFixed(2)).join(', ')} (load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores)`,
);
// The clock tells what a user gets; where others use the machine it tells of them.
const by = quiet ? 'clock' : 'processor';
const ratio = Math.max(...ratios.map((one) => one[by]));
bars[`two processes against one by ${quiet ? 'the clock' : 'processor time'}, best of three`] = hold(
  'two workers',
  ratio,
  ratio >= 1.6,
  'at least 1.6',
);

if (passages > 0) {
  const stored = await storedStudy(passages);
  console.log(
    `${stored.passages} stored passages, ${stored.megabytes.toFixed(0)} MB, read for the first time in ${stored.first.toFixed(0)} s`,
  );
  const { most, ...timed } = stored.wordings;
  for (const [where, wording] of Object.entries(timed)) {
    const edits = [];
    for (const one of [wording, null, wording, null]) edits.push(await stored.edit(2, one));
    const told = edits.map(
      ({ seconds, processor, hits, anew }) =>
        `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor, ${hits} hits, ${anew} documents anew)`,
    );
    const load = `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;
    console.log(`a term of ${where} of the documents comes, goes, comes, goes: ${told.join(', ')}; ${load}`);
    const best = Math.min(...edits.map(({ seconds }) => seconds));
    bars[`a lexicon edit, term in ${where}, s`] = hold('a lexicon edit', best, best < 5, 'under 5');
  }
  // Of an edit that few passages are touched by no worker hears.
  const { megabytes: peak } = await stored.edit(2, most);
  bars['memory of a worker, MB'] = hold('memory of a worker', peak, peak < 300, 'under 300');
}
await realMatching();
console.table(bars);
if (missed.length > 0) {
  console.error(`missed:\n${missed.join('\n')}`);
  process.exitCode = 1;
}

/** What peers take for the same text, with the terms that they can look for; says by name which are missing. */
function peers(text: Made): void {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'given.json');
  const terms = Object.fromEntries(
    Object.entries(plans)
      .filter(([, { plan }]) => !plan.isFull)
      .map(([name, { plan }]) => [
        name,
        makeTerms(text, plan).flatMap(({ pattern }) => (/^[a-z ]+$/.test(pattern) ? [pattern] : [])),
      ]),
  );
  writeFileSync(path, JSON.stringify({ texts: text.passages.map((one) => one.text), terms }));
  const script = fileURLToPath(new URL('./matching/peers.py', import.meta.url));
  // Debian's packages belong to Debian's python3, which need not be the first on the path.
  const answers = ['python3', '/usr/bin/python3'].map((python) =>
    spawnSync(python, [script, path, '2'], { encoding: 'utf8', maxBuffer: 1e8 }),
  );
  const lacks = (answer: (typeof answers)[number]) =>
    answer.status === 0
      ? ['sklearn', 'nltk'].filter((name) => answer.stderr.split('\n').includes(name))
      : ['sklearn', 'nltk'];
  const { stdout, ...best } = answers.reduce((a, b) => (lacks(b).length < lacks(a).length ? b : a));
  for (const name of lacks({ stdout, ...best })) console.log(`SKIPPED ${name}: no python3 has the package`);
  if (best.status !== 0) return;
  for (const [name, seconds] of Object.entries(z.record(z.string(), z.number()).parse(JSON.parse(stdout)))) {
    speeds[name] = { 'MB/s': Number((text.bytes / 1e6 / seconds).toFixed(1)) };
  }
}
