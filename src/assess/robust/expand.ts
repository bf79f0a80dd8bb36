import type { RobustnessReason } from '../../model/robustness.ts';
import { keyness } from '../../stats/keyness.ts';
import type { Pair } from '../../stats/logratio.ts';
import { compareText } from '../../text/compare.ts';
import type { Compared } from './compare.ts';
import type { DocumentRows, Row } from './matrix.ts';
import type { WordIndex } from './words.ts';

/** Words that join a pole in each language: those that its terms keep most company with. */
const WORDS = 10;
/** Least passages of a word, and least institutions that use it: else it is one document's habit. */
const PASSAGES = 5;
const INSTITUTIONS = 2;
/** How many times as often as passages at large those with the word have the pole, at least. */
const LIFT = 2;

/** What a wider lexicon adds to the counts of each row, and to how many passages; or why there is none. */
export type Expansion = {
  readonly added: ReadonlyMap<Row, Pair>;
  readonly passages: number;
  readonly reason: RobustnessReason | null;
};

/**
 * A lexicon widened by what stands in for synonyms: in each language the words of the compared passages that a pole's
 * terms keep most company with (Dunning's G2 of passages with the word and the pole; Firth's reading of meaning), no
 * words of the lexicon. A passage with one of them has the pole too (docs/method.md 3.7).
 */
export function expansion(
  documents: readonly DocumentRows[],
  { institutions, strata }: Compared,
  index: WordIndex,
  isOwn: (word: string) => boolean,
): Expansion {
  const home = new Map<number, { readonly row: Row; readonly at: number; readonly weight: number }>();
  const languages = new Map<string, Row[]>();
  const names = new Map(institutions.map(({ side, name }, at) => [`${side} ${name}`, at]));
  for (const document of documents) {
    const at = names.get(`${document.side} ${document.institution}`);
    if (at === undefined) continue;
    for (const row of document.rows) {
      if (!strata.has(row.stratum)) continue;
      const known = languages.get(row.language) ?? [];
      languages.set(row.language, known);
      known.push(row);
      for (const [place, passage] of row.passages.entries())
        home.set(passage, { row, at, weight: row.weights[place] ?? 1 });
    }
  }
  const added = new Map<Row, { a: number; b: number }>();
  let passages = 0;
  for (const [language, rows] of languages) {
    const words = index.words(language);
    if (words === null) return { added: new Map(), passages: 0, reason: 'too_many_documents' };
    const within = [...words].flatMap(([word, all]) => {
      const own = all.filter((passage) => home.has(passage));
      const users = new Set(own.map((passage) => home.get(passage)?.at));
      return own.length < PASSAGES || users.size < INSTITUTIONS || isOwn(word) ? [] : [{ word, own }];
    });
    const size = rows.reduce((sum, row) => sum + row.passages.length, 0);
    for (const pole of ['a', 'b'] as const) {
      const framed = new Set(rows.flatMap((row) => row.framed[pole]));
      const joining = new Set(
        companions(within, framed, size).flatMap(({ own }) => own.filter((passage) => !framed.has(passage))),
      );
      for (const passage of joining) {
        const here = home.get(passage);
        if (here === undefined) continue;
        const sums = added.get(here.row) ?? { a: 0, b: 0 };
        sums[pole] += here.weight;
        added.set(here.row, sums);
        passages++;
      }
    }
  }
  return { added, passages, reason: passages === 0 ? 'no_such_term' : null };
}

type Word = { readonly word: string; readonly own: readonly number[] };

function companions(words: readonly Word[], framed: ReadonlySet<number>, size: number): readonly Word[] {
  return words
    .flatMap((one) => {
      const together = one.own.filter((passage) => framed.has(passage)).length;
      const [rest, others] = [framed.size - together, size - one.own.length];
      const isMore = together * size >= LIFT * framed.size * one.own.length;
      const found = isMore && together > 0 ? keyness(together, rest, one.own.length, others) : null;
      return found === null ? [] : [{ ...one, g2: found.g2 }];
    })
    .toSorted((one, other) => other.g2 - one.g2 || compareText(one.word, other.word))
    .slice(0, WORDS);
}
