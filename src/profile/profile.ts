import type { Grouping, Observation, Profile } from '../model/profile.ts';
import { perThousandWords } from '../model/units.ts';

/**
 * The discourse of each document, institution, voice, period or language, sorted by key; a document's
 * key is its file. A document in two languages counts as one. `codes` gives the frames and their order.
 */
export function profile(
  observations: readonly Observation[],
  by: Grouping,
  codes: readonly string[],
): readonly Profile[] {
  return [...Map.groupBy(observations, (observation) => keyOf(observation, by))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const objectPassages = sum(rows, (row) => row.objectPassages);
      const words = sum(rows, (row) => row.words);
      return {
        by,
        key,
        documents: new Set(rows.map(({ document }) => document)).size,
        passages: sum(rows, (row) => row.passages),
        objectPassages,
        words,
        frames: codes.map((code) => {
          const presence = sum(rows, (row) => row.presence[code] ?? 0);
          const hits = sum(rows, (row) => row.hits[code] ?? 0);
          const share = objectPassages > 0 ? presence / objectPassages : null;
          return { code, presence, share, hits, rate: perThousandWords(hits, words) };
        }),
      };
    });
}

function keyOf(observation: Observation, by: Grouping): string {
  switch (by) {
    case 'document':
      return observation.file;
    case 'institution':
      return observation.institution ?? '(none)';
    case 'voice':
      return observation.voice ?? '(none)';
    case 'period':
      return observation.period;
    case 'language':
      return observation.language;
  }
}

function sum(rows: readonly Observation[], of: (row: Observation) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
