import { loadModule } from 'cld3-asm';
import { eld as extrasmall } from 'eld/extrasmall';
import { eld as large } from 'eld/large';
import { eld as medium } from 'eld/medium';
import { eld as small } from 'eld/small';
import { franc } from 'franc';
import { detect } from 'tinyld';
import { type Language, languages } from '../src/model/passage.ts';
import { languagesOf } from '../src/segment/language.ts';
import {
  declarationSources,
  type Labelled,
  labelledSentences,
  lengthClasses,
  realSources,
  relatives,
} from '../tests/support/labelled.ts';
import { wilson } from './support/wilson.ts';

/**
 * How well the language of a passage is told: sentences of real texts by length, each alone, beside other
 * detectors; then in documents, in one language and in two that alternate; and how fast. Ends with code 1
 * where a bar is missed: 98 % of 20 words or more, 90 % of 8 to 19, each sentence of parallel texts alone.
 * Run: TITRATE_REAL=<folder> node bench/language.ts
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

const cld = (await loadModule()).create(0, 1000);
const peers: Readonly<Record<string, (text: string) => string>> = {
  'eld extrasmall': (text) => extrasmall.detect(text).language,
  'eld small': (text) => small.detect(text).language,
  'eld medium': (text) => medium.detect(text).language,
  'eld large': (text) => large.detect(text).language,
  'cld3-asm': (text) => cld.findLanguage(text).language,
  tinyld: detect,
  franc,
};
const short: Readonly<Record<string, Language>> = {
  ...{ en: 'en', eng: 'en', es: 'es', spa: 'es', pt: 'pt', por: 'pt' },
  ...{ '': 'und', und: 'und' },
};
const detectors: Readonly<Record<string, (text: string) => Language>> = {
  titrate: (text) => languagesOf([text], null)[0] ?? 'und',
  ...Object.fromEntries(
    Object.entries(peers).map(([name, peer]) => [name, (text: string) => short[peer(text)] ?? 'other']),
  ),
};

type Told = { readonly item: Labelled; readonly found: Language };

const percent = (right: number, all: number) => {
  const { low, high } = wilson(right, all);
  const shown = (share: number) => (100 * share).toFixed(1);
  return `${shown(right / all)} (${shown(low)} to ${shown(high)})`;
};
const rightOf = (told: readonly Told[]) => told.filter(({ item, found }) => item.label === found).length;
const inClass = (told: readonly Told[], { least, most }: (typeof lengthClasses)[number]) =>
  told.filter(({ item: { words } }) => words >= least && words <= most);

function confusion(title: string, told: readonly Told[]): void {
  console.log(`\n${title} (rows: language of the text; columns: what was said)`);
  const rows = languages.filter((label) => told.some(({ item }) => item.label === label));
  console.table(
    Object.fromEntries(
      rows.map((label) => {
        const row = told.filter(({ item }) => item.label === label);
        const counts = languages.map((language) => [
          language,
          row.filter(({ found }) => found === language).length,
        ]);
        return [label, { ...Object.fromEntries(counts), right: percent(rightOf(row), row.length) }];
      }),
    ),
  );
}

const sources = [...declarationSources(), ...realSources(real)];
const parallel = await labelledSentences(
  sources.filter((source) => source.parallel),
  2000,
);
const further = await labelledSentences(
  sources.filter((source) => !source.parallel && !relatives.includes(source.source)),
  300,
);
/** Sentences that were not looked at while the method was written. */
const fresh = await labelledSentences(
  realSources(real).filter((source) => !source.parallel),
  300,
  300,
);
const near = await labelledSentences(
  sources.filter(({ source }) => relatives.includes(source)),
  2000,
);

const alone = (items: readonly Labelled[], tell: (text: string) => Language): readonly Told[] =>
  items.map((item) => ({ item, found: tell(item.text) }));

console.log('Each sentence alone, % right with its 95 % interval (Wilson), and sentences a second');
const accuracy: Record<string, Record<string, string | number>> = {};
for (const [name, tell] of Object.entries(detectors)) {
  const start = performance.now();
  const told = {
    parallel: alone(parallel, tell),
    further: alone(further, tell),
    fresh: alone(fresh, tell),
    near: alone(near, tell),
  };
  const seconds = (performance.now() - start) / 1000;
  const row: Record<string, string | number> = {};
  for (const [kind, of] of Object.entries(told)) {
    for (const length of lengthClasses.slice(0, kind === 'near' ? 2 : 3)) {
      const some = inClass(of, length);
      row[`${kind} ${length.name}`] = percent(rightOf(some), some.length);
    }
  }
  row['a second'] = Math.round((parallel.length + further.length + fresh.length + near.length) / seconds);
  accuracy[name] = row;
}
for (const column of Object.keys(accuracy['titrate'] ?? {}))
  console.log(
    `\n${column}\n${Object.entries(accuracy)
      .map(([name, row]) => `  ${name.padEnd(16)} ${row[column]}`)
      .join('\n')}`,
  );

const ours = detectors['titrate'] ?? (() => 'und' as const);
const told = alone(parallel, ours);
for (const length of lengthClasses) confusion(`Parallel texts, ${length.name}`, inClass(told, length));
confusion(
  'Further texts, 8 words or more',
  alone(further, ours).filter(({ item }) => item.words >= 8),
);
confusion(
  'Fresh sentences of the further texts, 8 words or more',
  alone(fresh, ours).filter(({ item }) => item.words >= 8),
);
console.log('\nClosest relatives, 8 words or more: what they are taken for');
console.table(
  Object.fromEntries(
    relatives.map((source) => {
      const found = alone(near, ours).filter(({ item }) => item.source === source && item.words >= 8);
      const of = (language: Language) => found.filter((one) => one.found === language).length;
      return [source, Object.fromEntries(languages.map((language) => [language, of(language)]))];
    }),
  ),
);

/** The sentences as one document, in their order. */
function together(items: readonly Labelled[], known: Language | null): readonly Told[] {
  const found = languagesOf(
    items.map(({ text }) => text),
    known,
  );
  return items.map((item, i) => ({ item, found: found[i] ?? 'und' }));
}

const files = [...Map.groupBy([...parallel, ...further], ({ source, file }) => `${source} ${file}`).values()];
confusion(
  'Every file a document, its language not told',
  files.flatMap((items) => together(items, null)),
);
confusion(
  'Every file a document, its language told',
  files.flatMap((items) => together(items, items[0]?.label ?? null)),
);

const debate = (label: Labelled['label']) =>
  parallel.filter((item) => item.source === 'debate' && item.label === label);
const strangers = parallel.filter(({ source }) => /glg|cat|fra|ita/u.test(source));
const alternating = (one: readonly Labelled[], other: readonly Labelled[], every: number) =>
  one.flatMap((item, i) => {
    const between = i % every === 0 ? other[i / every] : undefined;
    return between === undefined ? [item] : [item, between];
  });
for (const known of [null, 'es', 'pt'] as const) {
  const prior = known === null ? 'not told' : `told as ${known}`;
  confusion(`es and pt by turns, ${prior}`, together(alternating(debate('es'), debate('pt'), 1), known));
}
for (const label of ['es', 'pt', 'en'] as const)
  confusion(
    `${label}, after every third sentence one in gl, ca, fr or it, told as ${label}`,
    together(alternating(debate(label), strangers, 3), label),
  );

const missed = lengthClasses.filter((length) => {
  const some = inClass(told, length);
  return rightOf(some) < length.bar * some.length;
});
for (const { name, bar } of missed) console.log(`missed: ${100 * bar} % of parallel sentences of ${name}`);
process.exitCode = missed.length === 0 ? 0 : 1;
