import type { SampleDesign, SampleKey } from '../model/coding.ts';
import { askedColumns, documentQuestions } from '../model/document-codes.ts';
import { InputError } from '../model/input.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { substream } from '../stats/substream.ts';
import { stratumName } from '../validate/coded.ts';
import { deal, fewestDouble, idWithin, opaqueIds, places } from '../validate/draw.ts';
import { type Counted, plan } from '../validate/plan.ts';
import { textDigest } from '../validate/read.ts';
import { type WholeCandidate, wholeDocuments } from './document-population.ts';
import { population, populationDigest } from './population.ts';
import { blinded, chainOf, type DrawnSample, type SampleRequest, type SampleSource } from './sample.ts';
import { sheetsOf } from './sheets.ts';

/** What documents are drawn from. */
export type WholeSource = SampleSource & {
  readonly database: SampleSource['database'] & Pick<StudyDatabase, 'eachTotals'>;
};

/**
 * Draws whole documents for people to code, with a known chance for each, and makes the coders' sheets: what hypotheses
 * about documents need, since a drawn passage cannot tell what the others hold. A coder gets all passages of a document,
 * each a row. The same index, request and seed draw the same. Throws an InputError where nothing is asked of documents, or
 * there is nothing to draw.
 */
export function drawDocuments(request: Omit<SampleRequest, 'codes'>, source: WholeSource): DrawnSample {
  const { study, database, earlier } = source;
  const { sample: name, seed, coders } = request;
  const chain = chainOf(request.extends, earlier, 'documents');
  const base = chain.at(-1)?.design;
  const digest = populationDigest(study, database);
  if (base !== undefined && (base.lexicon !== study.lexicon.hash || base.population !== digest)) {
    throw new InputError([
      `--extend: expected the corpus and lexicons that ${base.sample} was drawn with, got others: draw a new sample instead`,
    ]);
  }
  const columns = base?.columns ?? columnsFor(source);
  const taken = new Set<string>(chain.flatMap(({ keys }) => keys.map(({ document }) => document)));
  const all = [...wholeDocuments(study, database)];
  const planned = plan(counted(all, taken), request.budget);
  if (planned.strata.length === 0) {
    throw new InputError([
      'expected documents on the sides that are compared, got none: check voices in the manifest and contrast in study.yaml',
    ]);
  }
  const picked = planned.strata.flatMap((stratum) => {
    const own = all.filter((one) => stratumName(one) === stratumName(stratum) && !taken.has(one.document));
    const random = substream(seed, `${name} ${stratumName(stratum)}`, 0);
    return places(stratum.drawn - stratum.before, own.length, random).flatMap((at) => own[at] ?? []);
  });
  const used = new Set(earlier.flatMap(({ keys }) => keys.map(({ item }) => item.replace(/-.*$/, ''))));
  const ids = opaqueIds(picked.length, used, substream(seed, `${name} ids`, 0));
  const drawn = new Map(picked.map((one, at) => [one.document, { one, id: ids[at] ?? '' }]));
  const dealt = deal(
    picked.map((one, at) => ({ item: ids[at] ?? '', stratum: stratumName(one) })),
    coders,
    seed,
    name,
    fewestTwice(picked),
  );
  const chances = new Map(planned.strata.map((one) => [stratumName(one), one.drawn / one.size]));
  const next = new Map<string, number>();
  const items = [...population(study, database)].flatMap((candidate) => {
    const of = drawn.get(candidate.found.passage.document);
    if (of === undefined) return [];
    const place = next.get(of.id) ?? 0;
    next.set(of.id, place + 1);
    return [{ candidate, item: idWithin(of.id, place), of }];
  });
  const texts = blinded(items, source);
  const keys = items.map(({ candidate: { found }, item, of: { one, id } }): SampleKey => {
    const { side, pattern, language } = one;
    return {
      item,
      document: one.document,
      passage: found.passage.id,
      file: one.file,
      side,
      pattern,
      language,
      probability: chances.get(stratumName(one)) ?? 0,
      coders: dealt.get(id) ?? [],
      text: textDigest(texts.get(item) ?? ''),
    };
  });
  const design: SampleDesign = {
    sample: name,
    extends: request.extends,
    unit: 'documents',
    drawnAt: source.now.toISOString(),
    seed,
    lexicon: study.lexicon.hash,
    population: digest,
    columns: [...columns],
    object: study.file.object,
    coders: [...coders],
    strata: planned.strata.map(({ before: _, ...stratum }) => stratum),
  };
  const sample = { design, keys };
  const codebook = {
    measured: study.lexicon.measured,
    source: source.codebook,
    mentions: askedColumns(study.claims),
  };
  return { sample, sheets: sheetsOf(sample, texts, codebook), plan: planned };
}

/** The object, and what hypotheses ask of documents. */
function columnsFor({ study }: Pick<WholeSource, 'study'>): SampleDesign['columns'] {
  const codes = documentQuestions(study.claims).map(({ code }) => code);
  if (codes.length === 0) {
    throw new InputError([
      '--documents: expected a hypothesis about documents in claims/, such as `measure: { count: documents, of: DEF }`, got none: draw passages instead',
    ]);
  }
  return [study.file.object, ...codes].map((code) => ({ code, values: ['1', '0'] }));
}

function counted(all: readonly WholeCandidate[], taken: ReadonlySet<string>): readonly Counted[] {
  return [...Map.groupBy(all, stratumName)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const { side, pattern, language } = first;
      const before = own.filter(({ document }) => taken.has(document)).length;
      return [{ side, pattern, language, size: own.length, before }];
    });
}

/** As many documents as hold the passages that are coded twice at least. */
function fewestTwice(picked: readonly WholeCandidate[]): number {
  const passages = picked.reduce((sum, one) => sum + one.passages, 0);
  return passages === 0 ? 0 : Math.ceil((fewestDouble * picked.length) / passages);
}
