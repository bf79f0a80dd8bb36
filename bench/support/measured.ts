import type { Lexicon } from '../../src/model/lexicon.ts';
import type { Tag } from '../../src/model/tag.ts';
import { codeOf, frames, type Gold } from './gold.ts';

/** How a term did in passages on which both readers agree; figures only, no text. */
export type MeasuredTerm = {
  readonly term: string;
  readonly frame: string;
  /** Passages in which it counts, and those of them that carry the frame. */
  readonly passages: number;
  readonly right: number;
  readonly precision: string;
  /** Share of the passages of its language with the frame that it finds, and that only it finds. */
  readonly recall: string;
  readonly alone: string;
  readonly measured: string;
  readonly source: string;
};

/** Measures every term of the readers' frames that counts in some passage, in the order of terms. */
export function measureTerms(
  lexicon: Lexicon,
  tags: ReadonlyMap<string, readonly Tag[]>,
  gold: readonly Gold[],
): MeasuredTerm[] {
  const today = new Date().toISOString().slice(0, 10);
  return frames.flatMap((frame) => {
    const categories = new Set(lexicon.measured.find(({ code }) => code === codeOf[frame])?.categories);
    const agreed = gold.filter(({ readers }) => readers(frame, 1) === readers(frame, 2));
    const found = new Map(
      agreed.map(({ id }) => [
        id,
        new Set(
          (tags.get(id) ?? []).flatMap(({ blocked, category, term }) =>
            blocked === null && categories.has(category) ? [term] : [],
          ),
        ),
      ]),
    );
    return lexicon.terms.flatMap(({ id: term, language }) => {
      const met = agreed.filter(({ id }) => found.get(id)?.has(term));
      if (met.length === 0) return [];
      const wanted = agreed.filter(
        (passage) => passage.language === language && passage.readers(frame, 1),
      ).length;
      const right = met.filter(({ readers }) => readers(frame, 1));
      const alone = right.filter(({ id }) => found.get(id)?.size === 1).length;
      const share = (part: number, whole: number) => (whole === 0 ? '' : (part / whole).toFixed(2));
      return [
        {
          term,
          frame,
          passages: met.length,
          right: right.length,
          precision: share(right.length, met.length),
          recall: share(right.length, wanted),
          alone: share(alone, wanted),
          measured: today,
          source: `${gold.length} passages read by two readers`,
        },
      ];
    });
  });
}
