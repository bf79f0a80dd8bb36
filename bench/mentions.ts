import { mentionKinds } from '../src/model/mention.ts';
import { mentions } from '../src/profile/mention/mentions.ts';
import { compile } from '../src/tag/compile.ts';
import { resolveLexicon } from '../src/tag/resolve.ts';
import { tag } from '../src/tag/tag.ts';
import { readLexicons } from '../tests/lexicons/read.ts';
import { noActors } from '../tests/support/actors.ts';
import {
  foundIn,
  type Mark,
  markedPassages,
  marksOf,
  ratesOf,
  type Score,
  score,
  sumOf,
} from '../tests/support/mentions.ts';
import { realMarked } from '../tests/support/real-mentions.ts';
import { noisyNames, type Resolved, takenForActors } from './support/noisy.ts';

/**
 * How well mentions are found: precision, recall and F1 by kind and language, on invented passages and on passages of
 * real documents marked by hand, each half that rules were made with and half that was held out.
 * Then how names of actors are resolved when they are misspelt or misread, with near names and without.
 * Ends with 1 where F1 over all kinds is below .80 on a set that was held out, or a body is taken for another.
 * Run: TITRATE_REAL=<folder> node bench/mentions.ts
 */
const least = 0.8;
const { lexicon } = resolveLexicon(readLexicons());
const matcher = compile(lexicon, { object: 'SSE' });

type Case = { readonly language: string; readonly found: readonly Mark[]; readonly truth: readonly Mark[] };

function show(title: string, cases: readonly Case[]): number {
  const rows: Record<string, Record<string, string | number>> = {};
  const all = new Map<string, Score>();
  const languages = new Map<string, Map<string, Score>>();
  for (const { language, found, truth } of cases) {
    const own = languages.get(language) ?? new Map<string, Score>();
    languages.set(language, own);
    score(found, truth, all);
    score(found, truth, own);
  }
  const add = (name: string, one: Score) => {
    const { precision, recall, f1 } = ratesOf(one);
    const text = (share: number | null) => share?.toFixed(3) ?? '–';
    rows[name] = {
      true: one.truth,
      found: one.found,
      precision: text(precision),
      recall: text(recall),
      f1: text(f1),
    };
  };
  for (const kind of mentionKinds) {
    const one = all.get(kind);
    if (one !== undefined) add(kind, one);
    for (const [language, own] of [...languages].toSorted()) {
      const part = own.get(kind);
      if (part !== undefined) add(`  ${kind} ${language}`, part);
    }
  }
  for (const [language, own] of [...languages].toSorted()) add(`all ${language}`, sumOf(own.values()));
  const whole = sumOf(all.values());
  add('all', whole);
  const amounts = cases.flatMap(({ found, truth }) =>
    truth
      .filter(({ kind }) => kind === 'amount')
      .map((mark) => ({
        mark,
        one: found.find(({ kind, start }) => kind === 'amount' && start === mark.start),
      })),
  );
  const told = (place: number) =>
    amounts.filter(({ mark, one }) => one?.values.split(' ')[place] === mark.values.split(' ')[place]).length;
  process.stdout.write(
    `${title}: ${cases.length} passages; of ${amounts.length} amounts ${told(2)} with their year, ${told(3)} with their status\n`,
  );
  console.table(rows);
  return ratesOf(whole).f1 ?? 0;
}

const invented = markedPassages().map((passage) => ({
  isSeen: Number(passage.id.slice(3)) % 2 === 1,
  language: passage.language,
  found: foundIn(passage, matcher),
  truth: passage.marks,
}));
show(
  'invented, for development',
  invented.filter(({ isSeen }) => isSeen),
);
const heldOut = [
  show(
    'invented, held out',
    invented.filter(({ isSeen }) => !isSeen),
  ),
];

const real = process.env['TITRATE_REAL'];
if (real === undefined) process.stdout.write('SKIPPED: real documents: set TITRATE_REAL to their folder\n');
else {
  const marked = (await realMarked(real)).map(({ passage, marks, isSeen }) => ({
    isSeen,
    language: passage.language,
    found: marksOf(mentions([passage], tag([passage], matcher), noActors)),
    truth: marks,
  }));
  show(
    'real, for development',
    marked.filter(({ isSeen }) => isSeen),
  );
  heldOut.push(
    show(
      'real, held out',
      marked.filter(({ isSeen }) => !isSeen),
    ),
  );
}

process.stdout.write(
  'names of the lexicon, resolved to their actor (and to another) by exact names, and by near ones too\n',
);
console.table(
  Object.fromEntries(
    noisyNames(lexicon, matcher).map(({ way, exact, near }) => {
      const text = ({ names, right, wrong }: Resolved) => `${(right / names).toFixed(3)} (${wrong})`;
      return [way, { names: exact.names, exact: text(exact), near: text(near) }];
    }),
  ),
);
const others = takenForActors(lexicon, matcher);
process.stdout.write(`names of other bodies: ${others.taken.length} of ${others.names} taken for an actor\n`);
for (const one of others.taken) process.stdout.write(`  ${one}\n`);

if (others.taken.length > 0) process.exitCode = 1;
if (heldOut.some((f1) => f1 < least)) {
  process.stdout.write(`F1 below ${least} on a set that was held out\n`);
  process.exitCode = 1;
}
