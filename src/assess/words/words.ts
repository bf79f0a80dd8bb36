import { type DistinctiveWord, type DistinctiveWords, priorStrengths } from '../../model/distinctive.ts';
import { type LexiconLanguage, lexiconLanguages } from '../../model/passage.ts';
import type { Evidence } from '../../model/results.ts';
import { keyness } from '../../stats/keyness.ts';
import { distinctions } from '../../stats/logodds.ts';
import { benjaminiHochberg } from '../../stats/padjust.ts';
import { compareText } from '../../text/compare.ts';

import { linesOf, wantedName } from './lines.ts';
import { matrices, type WordMatrix } from './matrix.ts';
import { createReader, type WordsSetting } from './read.ts';
import { type Tally, tallies } from './tally.ts';
import { threshold } from './threshold.ts';

/** Least documents and institutions that use a word before it is compared. */
const DOCUMENTS = 3;
const INSTITUTIONS = 2;
/** Most words compared in a language, the most frequent ones. */
const MOST_COMPARED = 3000;
/** Words of either side that are shown with a line. */
const LINES = 15;
/** Place of the prior that decides. */
const MIDDLE = 1;

/**
 * The words that tell source voices from policy voices when they speak of the object, a language at a time, never
 * pooled (docs/method.md 5). Passages come in the order of files and are gone through three times; what is held is
 * bounded, whatever their number.
 */
export function distinctiveWords(
  passages: Iterable<Evidence>,
  setting: WordsSetting,
): readonly DistinctiveWords[] {
  const read = createReader(setting);
  const counted = tallies(passages, read);
  const vocabularies = new Map(
    lexiconLanguages.map((language) => [language, vocabularyOf(counted.get(language))]),
  );
  const places = new Map(
    [...vocabularies].map(([language, stems]) => [
      language,
      new Map(stems.map((stem, place) => [stem, place])),
    ]),
  );
  const isAny = [...vocabularies.values()].some((stems) => stems.length > 0);
  const found = isAny ? matrices(passages, read, places) : new Map<LexiconLanguage, WordMatrix | null>();
  const results = lexiconLanguages.flatMap((language): readonly DistinctiveWords[] => {
    const tally = counted.get(language);
    if (tally === undefined || tally.background === 0) return [];
    return [
      resultOf(language, tally, vocabularies.get(language) ?? [], found.get(language) ?? null, setting.seed),
    ];
  });
  return withLines(results, passages, read);
}

/** The stems in enough documents and institutions of the two sides, at most so many; in alphabetical order. */
function vocabularyOf(tally: Tally | undefined): readonly string[] {
  if (tally === undefined || tally.documents.source === 0 || tally.documents.policy === 0) return [];
  return [...tally.stems]
    .filter(([, { documents, several }]) => documents >= DOCUMENTS && several)
    .toSorted(([a, x], [b, y]) => y.source + y.policy - x.source - x.policy || compareText(a, b))
    .slice(0, MOST_COMPARED)
    .map(([stem]) => stem)
    .toSorted(compareText);
}

function resultOf(
  language: LexiconLanguage,
  tally: Tally,
  stems: readonly string[],
  matrix: WordMatrix | null,
  seed: number,
): DistinctiveWords {
  const { source, policy, background, documents, dropped } = tally;
  const base = {
    language,
    documents: { ...documents },
    words: { source, policy, background },
    compared: stems.length,
    dropped,
  };
  if (stems.length === 0) {
    const isOneSided = documents.source === 0 || documents.policy === 0;
    const reason = isOneSided ? 'no_documents_on_a_side' : 'no_word_frequent_enough';
    return { ...base, threshold: null, relabellings: 0, found: [], reason };
  }
  const counts = stems.map((stem) => tally.stems.get(stem));
  const withRest = (of: 'source' | 'policy' | 'background') => {
    const own = counts.map((count) => count?.[of] ?? 0);
    return [...own, tally[of] - own.reduce((sum, count) => sum + count, 0)];
  };
  const [first, second, all] = [withRest('source'), withRest('policy'), withRest('background')];
  const weighed = priorStrengths.map((strength) => distinctions(first, second, all, strength));
  const draw = { seed, name: `words/${language}` };
  const limit =
    matrix === null ? { value: null, relabellings: 0 } : threshold(matrix, all, priorStrengths[MIDDLE], draw);
  const keys = stems.map((_, place) => keyness(first[place] ?? 0, second[place] ?? 0, source, policy));
  const adjusted = benjaminiHochberg(keys.map((key) => key?.p ?? null));
  const found = stems.flatMap((stem, place): readonly DistinctiveWord[] => {
    const [count, key, middle] = [counts[place], keys[place], weighed[MIDDLE]?.[place]];
    if (count === undefined || key == null || middle == null) return [];
    return [
      {
        word: count.form,
        stem,
        side: middle.delta >= 0 ? 'source' : 'policy',
        source: count.source,
        policy: count.policy,
        documents: count.documents,
        institutions: matrix?.institutions[place] ?? INSTITUTIONS,
        delta: middle.delta,
        z: weighed.map((words) => words[place]?.z ?? 0),
        beyond: limit.value === null ? null : Math.abs(middle.z) > limit.value,
        g2: key.sign * key.g2,
        adjusted: adjusted[place] ?? 1,
        logRatio: key.logRatio,
        line: null,
      },
    ];
  });
  return {
    ...base,
    threshold: limit.value,
    relabellings: limit.relabellings,
    found: found.toSorted((a, b) => strengthOf(b) - strengthOf(a) || compareText(a.stem, b.stem)),
    reason: matrix === null ? 'too_many_documents' : null,
  };
}

function withLines(
  results: readonly DistinctiveWords[],
  passages: Iterable<Evidence>,
  read: ReturnType<typeof createReader>,
): readonly DistinctiveWords[] {
  const wanted = results.flatMap(({ language, found }) =>
    (['source', 'policy'] as const).flatMap((side) =>
      found
        .filter((word) => word.side === side)
        .slice(0, LINES)
        .map(({ stem }) => ({ language, side, stem })),
    ),
  );
  if (wanted.length === 0) return results;
  const lines = linesOf(passages, read, wanted);
  return results.map((result) => ({
    ...result,
    found: result.found.map((word) => ({
      ...word,
      line: lines.get(wantedName({ language: result.language, ...word })) ?? null,
    })),
  }));
}

/** |z| with the prior that decides. */
function strengthOf({ z }: DistinctiveWord): number {
  return Math.abs(z[MIDDLE] ?? 0);
}
