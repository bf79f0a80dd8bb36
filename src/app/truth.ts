import type { MeasuredCategory } from '../model/lexicon.ts';
import { blankPortrait, type Observation } from '../model/profile.ts';
import type { Source } from '../model/study.ts';
import type { TruthRow } from '../model/truth.ts';
import { documentId, sha256 } from '../model/units.ts';
import { observe } from '../profile/observe.ts';

const nobody = documentId(sha256('0'.repeat(64)));

/**
 * The planted frames as if a reader without error had counted them: one observation a document and
 * language. A category holds a planted frame when it covers all that the frame consists of, so that
 * a union counts a passage once.
 */
export function plantedObservations(
  truth: readonly TruthRow[],
  sources: readonly Source[],
  measured: readonly MeasuredCategory[],
  periodYears: number,
): readonly Observation[] {
  const sourceOf = new Map(sources.map((source) => [source.file, source]));
  const covered = new Map(
    measured.map(({ code }) => [
      code,
      measured.filter((part) => covers(code, part)).map((part) => part.code),
    ]),
  );
  const groups = Map.groupBy(truth, ({ file, language }) => `${file}\0${language}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    const source = first && sourceOf.get(first.file);
    if (!first || !source) return [];
    const about = rows.filter(({ object }) => object);
    const presence = Object.fromEntries(
      [...covered].map(([code, parts]) => [
        code,
        about.filter(({ frames }) => frames.some((frame) => parts.includes(frame))).length,
      ]),
    );
    const totals = {
      document: source.document ?? nobody,
      language: first.language,
      passages: rows.length,
      objectPassages: about.length,
      words: 0,
      objectWords: 0,
      presence,
      hits: presence,
      portrait: blankPortrait,
    };
    return [observe(totals, source, periodYears)];
  });

  function covers(code: string, part: MeasuredCategory): boolean {
    const whole = new Set(measured.find((category) => category.code === code)?.categories);
    return part.categories.length > 0 && part.categories.every((category) => whole.has(category));
  }
}
