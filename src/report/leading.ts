import type { Term } from '../model/lexicon.ts';
import type { Results } from '../model/results.ts';
import type { Gathered } from './gather.ts';

/** A term and how much of its frame's hits it makes. */
export type LeadingTerm = {
  readonly code: string;
  readonly term: Term;
  readonly hits: number;
  /** Of all hits of the frame, from 0 to 1. */
  readonly share: number;
};

const each = 5;

/** The most frequent terms of the two poles: how few wordings a result rests on. */
export function leading({ study, terms }: Results, { use, codesOf }: Gathered): readonly LeadingTerm[] {
  return [study.poles.claimed, study.poles.diluted].flatMap((code) => {
    const own = terms
      .filter((term) =>
        codesOf([{ category: `${term.theme}/${term.category}`, blocked: null }]).includes(code),
      )
      .map((term) => ({ code, term, hits: use(term.id).counted }))
      .filter(({ hits }) => hits > 0);
    const all = own.reduce((sum, { hits }) => sum + hits, 0);
    return own
      .toSorted((a, b) => b.hits - a.hits || (a.term.id < b.term.id ? -1 : 1))
      .slice(0, each)
      .map((one) => ({ ...one, share: one.hits / all }));
  });
}
