import type { DatabaseSync } from 'node:sqlite';
import { citedPage } from '../../model/document.ts';
import { type Concordance, lineContext } from '../../model/search.ts';
import { codePointLength, toUtf16 } from '../../text/codepoints.ts';
import { type NamePlace, type Veil, veilOf } from '../../text/names.ts';
import type { Read } from './hits.ts';
import type { Span } from './marker.ts';
import type { Place } from './shelf.ts';

type Source = { readonly labels: readonly (string | null)[]; readonly veil: Veil | null };

/** Makes lines of a concordance, with names replaced where pseudonyms are given. */
export function createLines(
  database: DatabaseSync,
  pseudonym: ((name: string) => string) | null,
): (place: Place, passage: Read, span: Span) => Concordance {
  const sources = new Map<string, Source>();
  const sourceOf = (document: string): Source => {
    const known = sources.get(document);
    if (known !== undefined) return known;
    const row = database.prepare('SELECT labels, persons FROM documents WHERE document = ?').get(document);
    const persons = JSON.parse(String(row?.['persons'] ?? '[]')) as readonly NamePlace[];
    const source: Source = {
      labels: JSON.parse(String(row?.['labels'] ?? '[]')),
      veil: pseudonym === null || persons.length === 0 ? null : veilOf(persons, pseudonym),
    };
    sources.set(document, source);
    return source;
  };
  return ({ file, institution, date }, passage, span) => {
    const { labels, veil } = sourceOf(passage.document);
    const { text, moved } = shownText(passage, veil);
    const [start, end] = moved(span);
    return {
      file,
      institution,
      date,
      page: pageAt(passage, labels, span[0]),
      passage: passage.id,
      // A pair of surrogates is not cut in two.
      left: text.slice(Math.max(0, start - lineContext), start).replace(/^[\udc00-\udfff]/, ''),
      hit: text.slice(start, end),
      right: text.slice(end, end + lineContext).replace(/[\ud800-\udbff]$/, ''),
    };
  };
}

/** The passage's text as it may be shown, and where UTF-16 spans of it have gone. */
function shownText({ text, id }: Read, veil: Veil | null) {
  if (veil === null) return { text, moved: (span: Span) => span };
  const veiled = veil.text(text, id);
  const at = (index: number, edge: 'start' | 'end') =>
    toUtf16(veiled.text, veiled.move(codePointLength(text.slice(0, index)), edge));
  return { text: veiled.text, moved: ([start, end]: Span): Span => [at(start, 'start'), at(end, 'end')] };
}

function pageAt({ text, runs }: Read, labels: Source['labels'], index: number): string {
  const all: [number, number, number, number][] = JSON.parse(runs);
  const before = codePointLength(text.slice(0, index));
  const run = all.findLast(([at]) => at <= before) ?? all[0];
  const page = run?.[2] ?? 0;
  return citedPage({ index: page, label: labels[page] ?? null });
}
