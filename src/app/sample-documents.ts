import { fewestDouble, type SampleDesign, type SampleKey } from '../model/coding.ts';
import { askedColumns, documentQuestions } from '../model/document-codes.ts';
import { InputError } from '../model/input.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { substream } from '../stats/substream.ts';
import { stratumName } from '../validate/coded.ts';
import { deal, idWithin, opaqueIds } from '../validate/draw.ts';
import { plan } from '../validate/plan.ts';
import { textDigest } from '../validate/read.ts';
import { type WholeCandidate, wholeDocuments } from './document-population.ts';
import { population } from './population.ts';
import {
  blinded,
  chancesOf,
  countStrata,
  type DrawnSample,
  drawnOf,
  groundOf,
  pick,
  type SampleRequest,
  type SampleSource,
} from './sampling.ts';

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
  const { chain, base, digest } = groundOf(request, source, 'documents');
  const columns = base?.columns ?? columnsFor(source);
  const taken = new Set<string>(chain.flatMap(({ keys }) => keys.map(({ document }) => document)));
  const isTaken = ({ document }: WholeCandidate) => taken.has(document);
  const all = [...wholeDocuments(study, database)];
  const planned = plan(countStrata(all, isTaken), request.budget);
  if (planned.strata.length === 0) {
    throw new InputError([
      'expected documents on the sides that are compared, got none: check voices in the manifest and contrast in study.yaml',
    ]);
  }
  const inStrata = Map.groupBy(pick(all, planned, isTaken, request), stratumName);
  const picked = planned.strata.flatMap((stratum) => inStrata.get(stratumName(stratum)) ?? []);
  const used = new Set(earlier.flatMap(({ keys }) => keys.map(({ item }) => item.replace(/-.*$/, ''))));
  const ids = opaqueIds(picked.length, used, substream(seed, `${name} ids`, 0));
  const drawn = new Map(picked.map((one, at) => [one.document, { one, id: ids[at] ?? '' }]));
  const dealt = deal(
    picked.map((one, at) => ({ item: ids[at] ?? '', stratum: stratumName(one) })),
    coders,
    seed,
    name,
    fewestTwice(picked),
    request.twice,
  );
  const chanceOf = chancesOf(planned);
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
      probability: chanceOf(one),
      coders: dealt.get(id) ?? [],
      text: textDigest(texts.get(item) ?? ''),
    };
  });
  const mentions = askedColumns(study.claims);
  return drawnOf(request, source, {
    unit: 'documents',
    digest,
    columns,
    plan: planned,
    keys,
    texts,
    mentions,
  });
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

/** As many documents as hold the passages that are coded twice at least. */
function fewestTwice(picked: readonly WholeCandidate[]): number {
  const passages = picked.reduce((sum, one) => sum + one.passages, 0);
  return passages === 0 ? 0 : Math.ceil((fewestDouble * picked.length) / passages);
}
