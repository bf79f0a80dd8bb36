import type { CodingSheet, Sample, SampleDesign, SampleKey, SampleStratum } from '../model/coding.ts';
import { InputError } from '../model/input.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import type { MentionColumn } from '../model/mention-codes.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { substream } from '../stats/substream.ts';
import { veilOf } from '../text/names.ts';
import { blinder, personMarks } from '../validate/blind.ts';
import { stratumName } from '../validate/coded.ts';
import { places } from '../validate/draw.ts';
import type { Budget, Counted, Plan } from '../validate/plan.ts';
import { textDigest } from '../validate/read.ts';
import { countriesOf, institutionNames, programmesIn } from './institution-names.ts';
import { type Candidate, populationDigest } from './population.ts';
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
  /** Share of what is drawn that two coders code, at least the usual one, which it is where left out. */
  readonly twice?: number | undefined;
  /** Drawn for coders that a simulation stands for, in a made-up study. */
  readonly simulated?: true;
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
  readonly now: Date;
};

/** What a passage or a whole document is drawn by. */
type Drawable = Pick<SampleStratum, 'side' | 'pattern' | 'language'>;

/** What a draw adds to: the samples before it, the last of them, and the digest of what can be drawn from now. */
export type Ground = {
  readonly chain: readonly Sample[];
  readonly base: SampleDesign | undefined;
  readonly digest: string;
};

/** Throws an InputError where there is nothing to add to, or the corpus or lexicons are others than those it was drawn with. */
export function groundOf(
  { extends: name }: Pick<SampleRequest, 'extends'>,
  { study, database, earlier }: SampleSource,
  unit: 'passages' | 'documents',
): Ground {
  const chain = chainOf(name, earlier, unit);
  const base = chain.at(-1)?.design;
  const digest = populationDigest(study, database);
  if (base !== undefined && (base.lexicon !== study.lexicon.hash || base.population !== digest)) {
    throw new InputError([
      `--extend: expected the corpus and lexicons that ${base.sample} was drawn with, got others: draw a new sample instead`,
    ]);
  }
  return { chain, base, digest };
}

/** How many there are in each stratum, and how many of them are taken already; strata in the order of their names. */
export function countStrata<One extends Drawable>(
  candidates: Iterable<One>,
  isTaken: (one: One) => boolean,
): readonly Counted[] {
  const strata = new Map<string, Counted>();
  for (const candidate of candidates) {
    const { side, pattern, language } = candidate;
    const name = stratumName(candidate);
    const held = strata.get(name) ?? { side, pattern, language, size: 0, before: 0 };
    strata.set(name, {
      ...held,
      size: held.size + 1,
      before: held.before + (isTaken(candidate) ? 1 : 0),
    });
  }
  return [...strata].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}

/** As many of each stratum as are planned, of those that are not taken, each set of them equally likely; in the order that they come in. */
export function pick<One extends Drawable>(
  candidates: Iterable<One>,
  { strata }: Plan,
  isTaken: (one: One) => boolean,
  { seed, sample }: Pick<SampleRequest, 'seed' | 'sample'>,
): readonly One[] {
  const wanted = new Map(
    strata.map((stratum) => {
      const name = stratumName(stratum);
      const random = substream(seed, `${sample} ${name}`, 0);
      const { drawn, size, before } = stratum;
      return [name, { places: new Set(places(drawn - before, size - before, random)), at: 0 }];
    }),
  );
  const picked: One[] = [];
  for (const candidate of candidates) {
    const stratum = wanted.get(stratumName(candidate));
    if (stratum === undefined || isTaken(candidate)) continue;
    if (stratum.places.has(stratum.at)) picked.push(candidate);
    stratum.at++;
  }
  return picked;
}

/** The chance with which one of a stratum was drawn. */
export function chancesOf({ strata }: Plan): (one: Drawable) => number {
  const chances = new Map(strata.map((one) => [stratumName(one), one.drawn / one.size]));
  return (one) => chances.get(stratumName(one)) ?? 0;
}

/** A sample of what was drawn, with its sheets. */
export function drawnOf(
  { sample: name, extends: before, seed, coders, simulated }: Omit<SampleRequest, 'budget' | 'codes'>,
  { study, codebook, now }: SampleSource,
  drawn: {
    readonly unit?: SampleDesign['unit'];
    readonly digest: string;
    readonly columns: readonly SampleDesign['columns'][number][];
    readonly plan: Plan;
    readonly keys: readonly SampleKey[];
    readonly texts: ReadonlyMap<string, string>;
    readonly mentions: readonly MentionColumn[];
  },
): DrawnSample {
  const { unit, digest, columns, plan, keys, texts, mentions } = drawn;
  const design: SampleDesign = {
    sample: name,
    extends: before,
    ...(unit === undefined ? {} : { unit }),
    drawnAt: now.toISOString(),
    seed,
    lexicon: study.lexicon.hash,
    population: digest,
    columns: [...columns],
    object: study.file.object,
    coders: [...coders],
    ...(simulated === undefined ? {} : { simulated }),
    strata: plan.strata.map(({ before: _, ...stratum }) => stratum),
  };
  const sample = { design, keys };
  const sheets = sheetsOf(sample, texts, { measured: study.lexicon.measured, source: codebook, mentions });
  return { sample, sheets, plan };
}

/** A passage that somebody codes, under its opaque id. */
type Coded = { readonly item: string; readonly candidate: Pick<Candidate, 'found'> };

/**
 * The texts of items as coders see them: without private persons, whatever the study publishes, institutions, countries,
 * programmes and dates.
 */
export function blinded(
  items: readonly Coded[],
  source: Pick<SampleSource, 'study' | 'database'>,
): ReadonlyMap<string, string> {
  const coded = codedText(source);
  return new Map(items.map(({ item, candidate: { found } }) => [item, coded(found)]));
}

/**
 * The same as on a sheet that is compared with what was drawn. Samples that were drawn while sheets still had names of
 * countries and programmes, and before that names of persons or pseudonyms for them, go on as they are: a text of the digest
 * that was kept is taken before any other.
 */
export function blindedAsDrawn(
  items: readonly (Coded & { readonly key: Pick<SampleKey, 'text'> })[],
  source: Pick<SampleSource, 'study' | 'database'> & {
    readonly pseudonym: ((name: string) => string) | null;
  },
): ReadonlyMap<string, string> {
  const { study, database, pseudonym } = source;
  const coded = codedText(source);
  const before = blinder({
    institution: institutionNames(study, database.corpus()),
    country: [],
    programme: [],
  });
  return new Map(
    items.map(({ item, candidate: { found }, key }) => {
      const text = coded(found);
      const ways = [
        text,
        before(withoutPersons(found, personMarks())),
        before(pseudonym === null ? found.passage.text : withoutPersons(found, pseudonym)),
      ];
      return [item, ways.find((one) => textDigest(one) === key.text) ?? text];
    }),
  );
}

/** A passage as coders see it now. */
function codedText({
  study,
  database,
}: Pick<SampleSource, 'study' | 'database'>): (found: Candidate['found']) => string {
  const institution = institutionNames(study, database.corpus());
  const country = countriesOf(study.lexicon);
  return (found) =>
    blinder({ institution, country, programme: programmesIn(found) })(withoutPersons(found, personMarks()));
}

function withoutPersons({ passage, persons }: Candidate['found'], mark: (name: string) => string): string {
  return veilOf(persons, mark).text(passage.text, passage.id).text;
}

/** A sample with those that it extends, the first before; throws an InputError where it cannot be added to. */
function chainOf(
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
