import type { CellView, FigureView, TableView } from '../../model/api/views.ts';
import type { Narrowing } from '../../model/glance.ts';
import type { Drawing } from '../../report/drawings/drawing.ts';

/** A cell of text. */
export function said(text: string, href: string | null = null): CellView {
  return { text, more: null, value: null, href };
}

/** A cell that is sorted by its number, however it is written; an en dash without one. */
export function told(
  value: number | null,
  text: (value: number) => string,
  more: string | null = null,
  href: string | null = null,
): CellView {
  return value === null ? said('–') : { text: text(value), more, value, href };
}

/** Columns by their names; those that begin with `#` hold numbers. */
export function columns(...names: readonly string[]): TableView['columns'] {
  return names.map((name) =>
    name.startsWith('#') ? { label: name.slice(1), numeric: true } : { label: name, numeric: false },
  );
}

/** A figure as the pages show it. */
export function figureOf({ name, title, note, caption, svg, narrow }: Drawing): FigureView {
  return { name, title, note, caption, svg: String(svg), narrow: narrow === null ? null : String(narrow) };
}

/** Where the passages behind a number are listed. */
export function evidenceAt(by: string, key: string, code: string, narrowing: Narrowing = {}): string {
  const more = Object.entries(narrowing).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return `/evidence?${new URLSearchParams([['by', by], ['key', key], ['code', code], ...more])}`;
}

/** Where the mentions behind a number are listed, as the endpoint of mentions asks for them. */
export function mentionsAt(
  institution: string,
  kind: string,
  asked: Readonly<Record<string, readonly string[] | string | undefined>> = {},
): string {
  const more = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'string' ? value : value.join(',')] as [string, string]],
  );
  return `/mentions?${new URLSearchParams([['institution', institution], ['kind', kind], ...more])}`;
}

/** Where institutions are shown beside each other; of one alone it is its own page. */
export function institutionAt(institution: string): string {
  return `/institutions?${new URLSearchParams({ with: encodeURIComponent(institution) })}`;
}

/** Where a passage stands in its document. */
export function passageAt(document: string, passage: string): string {
  return `/documents/${encodeURIComponent(document)}?${new URLSearchParams({ passage })}`;
}

/** Where a hypothesis has its page. */
export function hypothesisAt(claim: string, hypothesis: string, isAlone: boolean): string {
  const path = `/claims/${encodeURIComponent(hypothesis)}`;
  return isAlone ? path : `${path}?${new URLSearchParams({ claim })}`;
}
