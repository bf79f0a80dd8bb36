import type { CodingSheet, Sample, SampleKey } from '../model/coding.ts';
import { InputError } from '../model/input.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import { mentionColumns } from '../model/mention-codes.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { substream } from '../stats/substream.ts';
import { veilOf } from '../text/names.ts';
import { blinder } from '../validate/blind.ts';
import { deal, opaqueIds, places } from '../validate/draw.ts';
import { type Budget, type Counted, columnsOf, type Plan, plan } from '../validate/plan.ts';
import { textDigest } from '../validate/read.ts';
import { institutionNames } from './institution-names.ts';
import { type Candidate, population, populationDigest } from './population.ts';
import { sheetsOf } from './sheets.ts';
import type { StudyInput } from './study.ts';

/** What somebody wants coded, and by whom. */
export type SampleRequest = {
  readonly sample: string;
  /** A sample that this one adds to; its passages are not drawn again. */
  readonly extends: string | null;
  readonly budget: Budget;
  readonly coders: readonly string[];
  /** Category codes and questions beyond the usual ones; see `columnsOf`. */
  readonly codes: readonly string[];
  readonly seed: number;
};

/** A sample with its sheets, ready to be written. */
export type DrawnSample = {
  readonly sample: Sample;
  readonly sheets: readonly CodingSheet[];
  readonly plan: Plan;
};

/** What a sample is drawn from. */
export type SampleSource = {
  readonly study: Pick<StudyInput, 'file' | 'lexicon' | 'claims'>;
  readonly codebook: LexiconSource;
  readonly database: Pick<StudyDatabase, 'passages' | 'corpus'>;
  readonly earlier: readonly Sample[];
  readonly pseudonym: ((name: string) => string) | null;
  readonly now: Date;
};

/**
 * Draws passages for people to code, with a known chance for each, and makes the coders' sheets. The same index, request
 * and seed draw the same. Throws an InputError where there is nothing to draw or nothing to add to.
 */
export function drawSample(request: SampleRequest, source: SampleSource): DrawnSample {
  const { study, database, earlier } = source;
  const chain = chainOf(request.extends, earlier, 'passages');
  const base = chain.at(-1)?.design;
  const digest = populationDigest(study, database);
  if (base !== undefined && (base.lexicon !== study.lexicon.hash || base.population !== digest)) {
    throw new InputError([
      `--extend: expected the corpus and lexicons that ${base.sample} was drawn with, got others: draw a new sample instead`,
    ]);
  }
  const mentions = mentionColumns(study.claims);
  const columns = base?.columns ?? columnsOf(study.lexicon.measured, study.file, request.codes, mentions);
  const taken = new Set(chain.flatMap(({ keys }) => keys.map(({ passage }) => passage)));
  const planned = plan(countStrata(population(study, database), taken), request.budget);
  if (planned.strata.length === 0) {
    throw new InputError([
      'expected passages on the sides that are compared, got none: check voices in the manifest and contrast in study.yaml',
    ]);
  }
  const picked = pick(population(study, database), planned, taken, request);
  const used = new Set(earlier.flatMap(({ keys }) => keys.map(({ item }) => item)));
  const ids = opaqueIds(picked.length, used, substream(request.seed, `${request.sample} ids`, 0));
  const items = picked.map((candidate, at) => ({ candidate, item: ids[at] ?? '' }));
  const dealt = deal(
    items.map(({ candidate, item }) => ({ item, stratum: nameOf(candidate) })),
    request.coders,
    request.seed,
    request.sample,
  );
  const chances = new Map(planned.strata.map((one) => [nameOf(one), one.drawn / one.size]));
  const texts = blinded(items, source);
  const keys = items.map(({ candidate, item }): SampleKey => {
    const { found, side, pattern, language } = candidate;
    return {
      item,
      document: found.passage.document,
      passage: found.passage.id,
      file: found.file,
      side,
      pattern,
      language,
      probability: chances.get(nameOf(candidate)) ?? 0,
      coders: dealt.get(item) ?? [],
      text: textDigest(texts.get(item) ?? ''),
    };
  });
  const design = {
    sample: request.sample,
    extends: request.extends,
    drawnAt: source.now.toISOString(),
    seed: request.seed,
    lexicon: study.lexicon.hash,
    population: digest,
    columns: [...columns],
    object: study.file.object,
    coders: [...request.coders],
    strata: planned.strata.map(({ before: _, ...stratum }) => stratum),
  };
  const sample = { design, keys };
  const codebook = { measured: study.lexicon.measured, source: source.codebook, mentions };
  return { sample, sheets: sheetsOf(sample, texts, codebook), plan: planned };
}

/** The texts of items as coders see them: without private persons, institutions and dates. */
export function blinded(
  items: readonly { readonly item: string; readonly candidate: Pick<Candidate, 'found'> }[],
  { study, database, pseudonym }: Pick<SampleSource, 'study' | 'database' | 'pseudonym'>,
): ReadonlyMap<string, string> {
  const blind = blinder(institutionNames(study, database.corpus()));
  return new Map(
    items.map(({ item, candidate: { found } }) => {
      const { passage, persons } = found;
      const text =
        pseudonym === null ? passage.text : veilOf(persons, pseudonym).text(passage.text, passage.id).text;
      return [item, blind(text)];
    }),
  );
}

/** A sample with those that it extends, the first before; throws an InputError where it cannot be added to. */
export function chainOf(
  name: string | null,
  all: readonly Sample[],
  unit: 'passages' | 'documents',
): readonly Sample[] {
  if (name === null) return [];
  const earlier = all.filter(({ design }) => (design.unit ?? 'passages') === unit);
  const found = earlier.find(({ design }) => design.sample === name);
  if (found === undefined) {
    const names = earlier.map(({ design }) => design.sample).join(', ') || 'none';
    throw new InputError([`--extend: expected a sample of this study (${names}), got "${name}"`]);
  }
  const next = earlier.find(({ design }) => design.extends === name);
  if (next !== undefined) {
    throw new InputError([
      `--extend: expected a sample that nothing extends yet, got "${name}", which ${next.design.sample} extends: name that one`,
    ]);
  }
  return [
    ...chainOf(
      found.design.extends,
      earlier.filter((one) => one !== found),
      unit,
    ),
    found,
  ];
}

function countStrata(candidates: Iterable<Candidate>, taken: ReadonlySet<string>): readonly Counted[] {
  const strata = new Map<string, Counted>();
  for (const candidate of candidates) {
    const { side, pattern, language, found } = candidate;
    const held = strata.get(nameOf(candidate)) ?? { side, pattern, language, size: 0, before: 0 };
    const before = held.before + (taken.has(found.passage.id) ? 1 : 0);
    strata.set(nameOf(candidate), { ...held, size: held.size + 1, before });
  }
  return [...strata].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}

function pick(
  candidates: Iterable<Candidate>,
  { strata }: Plan,
  taken: ReadonlySet<string>,
  { seed, sample }: SampleRequest,
): readonly Candidate[] {
  const wanted = new Map(
    strata.map((stratum) => {
      const random = substream(seed, `${sample} ${nameOf(stratum)}`, 0);
      const { drawn, size, before } = stratum;
      return [nameOf(stratum), { places: new Set(places(drawn - before, size - before, random)), at: 0 }];
    }),
  );
  const picked: Candidate[] = [];
  for (const candidate of candidates) {
    const stratum = wanted.get(nameOf(candidate));
    if (stratum === undefined || taken.has(candidate.found.passage.id)) continue;
    if (stratum.places.has(stratum.at)) picked.push(candidate);
    stratum.at++;
  }
  return picked;
}

function nameOf({ side, pattern, language }: Pick<Candidate, 'side' | 'pattern' | 'language'>): string {
  return `${side}/${pattern}/${language}`;
}
