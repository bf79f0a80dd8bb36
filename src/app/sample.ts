import type { SampleKey } from '../model/coding.ts';
import { InputError } from '../model/input.ts';
import { mentionColumns } from '../model/mention-codes.ts';
import { substream } from '../stats/substream.ts';
import { stratumName } from '../validate/coded.ts';
import { deal, opaqueIds } from '../validate/draw.ts';
import { columnsOf, plan } from '../validate/plan.ts';
import { textDigest } from '../validate/read.ts';
import { type Candidate, population } from './population.ts';
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

/**
 * Draws passages for people to code, with a known chance for each, and makes the coders' sheets. The same index, request
 * and seed draw the same. Throws an InputError where there is nothing to draw or nothing to add to.
 */
export function drawSample(request: SampleRequest, source: SampleSource): DrawnSample {
  const { study, database, earlier } = source;
  const { chain, base, digest } = groundOf(request, source, 'passages');
  const mentions = mentionColumns(study.claims);
  const columns = base?.columns ?? columnsOf(study.lexicon.measured, study.file, request.codes, mentions);
  const taken = new Set<string>(chain.flatMap(({ keys }) => keys.map(({ passage }) => passage)));
  const isTaken = ({ found }: Candidate) => taken.has(found.passage.id);
  const planned = plan(countStrata(population(study, database), isTaken), request.budget);
  if (planned.strata.length === 0) {
    throw new InputError([
      'expected passages on the sides that are compared, got none: check voices in the manifest and contrast in study.yaml',
    ]);
  }
  const picked = pick(population(study, database), planned, isTaken, request);
  const used = new Set(earlier.flatMap(({ keys }) => keys.map(({ item }) => item)));
  const ids = opaqueIds(picked.length, used, substream(request.seed, `${request.sample} ids`, 0));
  const items = picked.map((candidate, at) => ({ candidate, item: ids[at] ?? '' }));
  const dealt = deal(
    items.map(({ candidate, item }) => ({ item, stratum: stratumName(candidate) })),
    request.coders,
    request.seed,
    request.sample,
    undefined,
    request.twice,
  );
  const chanceOf = chancesOf(planned);
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
      probability: chanceOf(candidate),
      coders: dealt.get(item) ?? [],
      text: textDigest(texts.get(item) ?? ''),
    };
  });
  return drawnOf(request, source, { digest, columns, plan: planned, keys, texts, mentions });
}
