import type { Grouping, Profile } from '../model/profile.ts';
import type { Evidence, Results } from '../model/results.ts';
import { periodOf } from '../model/study.ts';
import { best, bestOfEach, type Ranked } from '../text/rank.ts';
import { type CodesOf, codesOf } from './codes.ts';
import { institutionsOf } from './drawings/institutions.ts';

/** What evidence can be listed by on the page; documents are in the tables. */
export type Listing = Exclude<Grouping, 'document'>;
export const listings = ['institution', 'voice', 'period', 'language'] as const satisfies readonly Listing[];

/** How often a term fired. */
export type TermUse = { readonly counted: number; readonly blocked: number };

/** The passages of one category in one institution, voice, period or language. */
export type EvidenceCell = {
  readonly total: number;
  /** The strongest of them: most distinct terms first, then in the order of files. */
  readonly shown: readonly Evidence[];
};

/** A bounded selection of the evidence, made in one pass. */
export type Gathered = {
  readonly cell: (by: Listing, key: string, code: string) => EvidenceCell | null;
  /** The strongest passages of a category in the documents of some voices, one a document. */
  readonly quotes: (voices: readonly string[], code: string) => EvidenceCell;
  readonly use: (term: string) => TermUse;
  readonly codesOf: CodesOf;
  /** Institutions with the most object passages, the ones whose evidence the page shows. */
  readonly institutions: readonly Profile[];
};

/** Most institutions on the page; all are in the tables. */
const institutionsShown = 60;
/** Most passages on the page, roughly, and most in one cell. */
const pageBudget = 3000;
const cellLimit = 25;
const indexLimit = 10;

/** Most quotes of one pole on one side. */
const quoted = 3;

type Growing = { total: number; readonly shown: Ranked<Evidence> };

/** Goes once through the evidence and keeps a bounded number of passages of every cell of the profiles. */
export function gather(results: Results): Gathered {
  const codes = codesOf(results.categories);
  const listed = results.categories.map(({ code }) => code).filter((code) => code !== results.study.object);
  const institutions = institutionsOf(results).slice(0, institutionsShown);
  const limit = Math.max(
    3,
    Math.min(cellLimit, Math.floor(pageBudget / (institutions.length * listed.length))),
  );
  const cells = new Map<string, Growing>();
  for (const profile of [...institutions, ...results.profiles.filter(({ by }) => by !== 'institution')]) {
    if (profile.by === 'document') continue;
    for (const code of listed) {
      cells.set(name(profile.by, profile.key, code), {
        total: 0,
        shown: best(profile.by === 'institution' ? limit : Math.min(limit, indexLimit)),
      });
    }
  }
  const { contrast, poles } = results.study;
  const quotes = [contrast.source, contrast.policy].flatMap((voices) =>
    [poles.claimed, poles.diluted].map((code) => ({
      voices,
      code,
      total: 0,
      shown: bestOfEach<Evidence>(quoted, ({ file }) => file),
    })),
  );
  const uses = new Map<string, { counted: number; blocked: number }>();
  for (const item of results.evidence) {
    for (const { term, blocked } of item.tags) {
      const use = uses.get(term) ?? { counted: 0, blocked: 0 };
      if (blocked === null) use.counted++;
      else use.blocked++;
      uses.set(term, use);
    }
    for (const code of codes(item.tags)) {
      const weight = distinctTerms(item, code, codes);
      const own = listings.flatMap(
        (by) => cells.get(name(by, keyOf(item, by, results.study.settings.period_years), code)) ?? [],
      );
      const chosen = quotes.filter((one) => one.code === code && one.voices.includes(item.voice ?? '(none)'));
      for (const growing of [...own, ...chosen]) {
        growing.total++;
        growing.shown.add(item, weight);
      }
    }
  }
  return {
    cell(by, key, code) {
      const cell = cells.get(name(by, key, code));
      return cell === undefined ? null : { total: cell.total, shown: cell.shown.list() };
    },
    quotes(voices, code) {
      const found = quotes.find((one) => one.code === code && one.voices === voices);
      return { total: found?.total ?? 0, shown: found?.shown.list() ?? [] };
    },
    use: (term) => uses.get(term) ?? { counted: 0, blocked: 0 },
    codesOf: codes,
    institutions,
  };
}

/** The key under which a passage is profiled; `(none)` where the metadata lack it. */
function keyOf(item: Evidence, by: Listing, periodYears: number): string {
  switch (by) {
    case 'institution':
      return item.institution ?? '(none)';
    case 'voice':
      return item.voice ?? '(none)';
    case 'period':
      return periodOf(item.date, periodYears);
    case 'language':
      return item.passage.language;
  }
}

/** How many different terms speak for the code in this passage. */
function distinctTerms(item: Evidence, code: string, codes: CodesOf): number {
  return new Set(item.tags.filter((tag) => codes([tag]).includes(code)).map((tag) => tag.term)).size;
}

function name(by: Listing, key: string, code: string): string {
  return `${by}\n${code}\n${key}`;
}
