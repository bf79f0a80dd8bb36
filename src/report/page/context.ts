import type { MeasuredCategory, Term } from '../../model/lexicon.ts';
import type { Profile } from '../../model/profile.ts';
import type { Results } from '../../model/results.ts';
import { type Labels, labelsOf, languageLabel, voiceLabel } from '../../model/words.ts';
import type { LinkOf } from '../drawings/drawing.ts';
import { elementary, framesOf } from '../frames.ts';
import { type Gathered, type Listing, listings } from '../gather.ts';
import { type Notes, openNotes } from './cite.ts';

/** What the sections of the page share. */
export type Context = {
  readonly results: Results;
  readonly gathered: Gathered;
  readonly labels: Labels;
  readonly terms: ReadonlyMap<string, Term>;
  /** Measured categories without the object: frames first, those of the poles before the others, unions last. */
  readonly codes: readonly MeasuredCategory[];
  /** Only the frames. */
  readonly frames: readonly MeasuredCategory[];
  /** Rows of a listing on the page, each a place that numbers can link to. */
  readonly rows: (by: Listing) => readonly Profile[];
  /** The id of the evidence for a number; null where the page holds none. */
  readonly anchor: (by: Listing, key: string, code: string) => string | null;
  /** The same as an address within the page. */
  readonly linkOf: LinkOf;
  /** Notes cited so far, in the order of the page. */
  readonly notes: Notes;
  /** The address of a document, if it is one that may be followed. */
  readonly address: (file: string) => string | null;
};

/** Prepares the look-ups of the page. */
export function contextOf(results: Results, gathered: Gathered): Context {
  const rows = Object.fromEntries(
    listings.map((by) => [
      by,
      by === 'institution' ? gathered.institutions : results.profiles.filter((one) => one.by === by),
    ]),
  );
  const places = new Map<string, number>();
  for (const by of listings)
    for (const [index, { key }] of (rows[by] ?? []).entries()) places.set(`${by}\n${key}`, index + 1);
  const addresses = new Map(results.ingest.map(({ file, url }) => [file, url]));
  const frames = framesOf(results);
  const all = results.categories.filter(({ code }) => code !== results.study.object);
  const codes = [...new Set([...frames, ...elementary(results), ...all])];
  const anchor: Context['anchor'] = (by, key, code) => {
    const place = places.get(`${by}\n${key}`);
    const total = gathered.cell(by, key, code)?.total ?? 0;
    return place === undefined || total === 0 ? null : `${by}-${place}-${code}`;
  };
  return {
    results,
    gathered,
    labels: labelsOf(results.categories),
    terms: new Map(results.terms.map((term) => [term.id, term])),
    codes,
    frames,
    rows: (by) => rows[by] ?? [],
    anchor,
    notes: openNotes(),
    linkOf(by, key, code) {
      const id = anchor(by, key, code);
      return id === null ? null : `#${id}`;
    },
    address(file) {
      const url = addresses.get(file) ?? null;
      return url !== null && /^https?:\/\//i.test(url) ? url : null;
    },
  };
}

/** The key of a profile in words. */
export function keyLabel(by: Profile['by'], key: string): string {
  if (key === '(none)') return 'not known';
  return by === 'voice' ? voiceLabel(key) : by === 'language' ? languageLabel(key) : key;
}
