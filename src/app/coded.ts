import type { Standpoint } from '../model/correction.ts';
import type { Judged } from '../model/framing.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { periodOf } from '../model/study.ts';
import type { PassageId } from '../model/units.ts';
import { type Coded, codedPassages, latestChain } from '../validate/coded.ts';
import type { Measured } from '../validate/measure.ts';
import { trusted } from './codings.ts';
import { population, populationDigest } from './population.ts';
import type { StudyInput } from './study.ts';

/** Final codes with their chances, and the same passages with what the lexicon says of them. */
export type LoadedCodings = Coded & {
  readonly measured: readonly Measured[];
  /** The same passages where they stand in their documents. */
  readonly judged: readonly Judged[];
  /** Whose a coded passage is. */
  readonly standpoint: (passage: PassageId) => Standpoint;
};

/**
 * What people's codings of the latest sample, and of those that it extends, come to against the index as it stands. Never
 * takes a machine's word for a person's; a simulation's only in a made-up study, and says so.
 */
export function loadCodings(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'codings'>,
  database: Pick<StudyDatabase, 'passages' | 'corpus'>,
): LoadedCodings {
  const { samples, log } = study.codings;
  const chain = latestChain(samples, log);
  const ids = chain.flatMap(({ keys }) => keys.map(({ passage }) => passage));
  const found = new Map(
    [...population(study, database, ids)].map(({ found: { passage, institution, voice, tags }, codes }) => [
      passage.id,
      {
        institution,
        voice,
        ordinal: passage.ordinal,
        codes,
        terms: new Set(tags.flatMap(({ blocked, term }) => (blocked === null ? [term] : []))),
      },
    ]),
  );
  const coded = codedPassages(chain, log, {
    measured: study.lexicon.measured,
    lexicon: ({ passage }) => found.get(passage)?.codes ?? null,
    origins: trusted(study),
  });
  const last = chain.at(-1)?.design;
  const simulated = coded.passages.filter(({ origin }) => origin === 'simulated').length;
  const problems: Problem[] = [...coded.problems];
  if (last !== undefined) {
    const file = `codings/${last.sample}`;
    if (last.population !== populationDigest(study, database))
      problems.push({ code: 'population_changed', file });
    if (simulated > 0) problems.push({ code: 'codings_simulated', file, items: simulated });
  }
  const sources = new Map([...database.corpus()].map((row) => [row.document, row]));
  return {
    ...coded,
    problems,
    standpoint: (passage) => found.get(passage) ?? { voice: null, institution: null },
    judged: coded.passages.flatMap(({ passage, document, language, probability, truth }): Judged[] => {
      const [source, ordinal] = [sources.get(document), found.get(passage)?.ordinal];
      if (source === undefined || ordinal === undefined) return [];
      const { file, institution, voice, kind, date } = source;
      const period = periodOf(date, study.file.settings.period_years);
      return [{ file, institution, voice, kind, date, period, language, ordinal, probability, truth }];
    }),
    measured: coded.passages.flatMap(({ passage, document, truth, probability, language }): Measured[] => {
      const here = found.get(passage);
      if (here === undefined) return [];
      // A term counts for a frame only where the object is.
      const terms = here.codes.has(study.file.object) ? here.terms : new Set<string>();
      return [{ ...here, document, terms, truth, probability, language }];
    }),
  };
}
