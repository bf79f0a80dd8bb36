import type { Term } from '../model/lexicon.ts';
import type { LexiconLanguage } from '../model/passage.ts';
import type { HitCount } from '../model/ports.ts';
import type { TermReading } from '../model/reading.ts';
import { type Bounds, wilson } from '../stats/proportion.ts';

/** A reading with Wilson's 95 % interval of its precision; null where nothing was read. */
export type IntervalReading = TermReading & { readonly interval: Bounds | null };

/** How a term was found in the documents in the numbers. */
export type TermCoverage = {
  readonly term: string;
  readonly category: string;
  readonly layer: Term['layer'];
  readonly language: LexiconLanguage;
  readonly pattern: string;
  /** Hits that count. */
  readonly hits: number;
  /** Hits that something blocks. */
  readonly blocked: number;
  /** How it did in passages that people read, one a frame; none where it was never met there. */
  readonly readings: readonly IntervalReading[];
};

/** How a theme was found. */
export type ThemeCoverage = {
  readonly theme: string;
  readonly terms: number;
  /** Terms without a hit that counts. */
  readonly unseen: number;
  readonly hits: number;
  /** Share of its hits that its ten most frequent terms have, from 0 to 1; null without hits. */
  readonly topTen: number | null;
  /** Hits that count by language, institution and zone; those that are none of an institution stand under ''. */
  readonly languages: Readonly<Record<string, number>>;
  readonly institutions: Readonly<Record<string, number>>;
  readonly zones: Readonly<Record<string, number>>;
};

export type Coverage = {
  readonly terms: readonly TermCoverage[];
  readonly themes: readonly ThemeCoverage[];
  /** Terms with readings that the lexicon no longer has as they were read. */
  readonly stale: readonly string[];
};

/**
 * What of a lexicon is found, by term in the order of hits and by theme in that of names. Masks and cues are left out: they
 * are never tagged. Hits of terms that the lexicon no longer has count for nothing.
 */
export function coverage(
  terms: readonly Term[],
  counts: readonly HitCount[],
  readings: readonly TermReading[] = [],
): Coverage {
  const byTerm = Map.groupBy(counts, ({ term }) => term);
  const read = Map.groupBy(readings, ({ term }) => term);
  const known = new Set(terms.map(({ id }) => id));
  const own = terms.filter(({ layer }) => layer !== 'mask' && layer !== 'cue');
  const covered = own.map((term): TermCoverage => {
    const found = byTerm.get(term.id) ?? [];
    return {
      term: term.id,
      category: `${term.theme}/${term.category}`,
      layer: term.layer,
      language: term.language,
      pattern: term.pattern,
      hits: sum(found.filter(({ blocked }) => blocked === null)),
      blocked: sum(found.filter(({ blocked }) => blocked !== null)),
      readings: (read.get(term.id) ?? []).map((one) => ({
        ...one,
        interval: wilson(one.right, one.passages),
      })),
    };
  });
  const themes = [...Map.groupBy(own, ({ theme }) => theme)].map(([theme, members]) => {
    const ids = new Set(members.map(({ id }) => id));
    const found = counts.filter(({ term, blocked }) => blocked === null && ids.has(term));
    return themeOf(
      theme,
      covered.filter(({ term }) => ids.has(term)),
      found,
    );
  });
  return {
    terms: covered.toSorted((a, b) => b.hits - a.hits || (a.term < b.term ? -1 : 1)),
    themes: themes.toSorted((a, b) => (a.theme < b.theme ? -1 : 1)),
    stale: [...read.keys()].filter((term) => !known.has(term)).toSorted(),
  };
}

function themeOf(theme: string, terms: readonly TermCoverage[], counts: readonly HitCount[]): ThemeCoverage {
  const hits = sum(counts);
  const top = terms
    .map((one) => one.hits)
    .toSorted((a, b) => b - a)
    .slice(0, 10);
  return {
    theme,
    terms: terms.length,
    unseen: terms.filter((one) => one.hits === 0).length,
    hits,
    topTen: hits === 0 ? null : top.reduce((all, one) => all + one, 0) / hits,
    languages: by(counts, ({ language }) => language),
    institutions: by(counts, ({ institution }) => institution ?? ''),
    zones: by(counts, ({ zone }) => zone),
  };
}

function by(counts: readonly HitCount[], key: (count: HitCount) => string): Readonly<Record<string, number>> {
  const groups = [...Map.groupBy(counts, key)].map(([name, list]) => [name, sum(list)] as const);
  return Object.fromEntries(groups.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function sum(counts: readonly HitCount[]): number {
  return counts.reduce((all, { hits }) => all + hits, 0);
}
