import type { FigureView } from '../../model/api/views.ts';
import type { Narrowing } from '../../model/glance.ts';
import type { Drawing } from '../../report/drawings/drawing.ts';

/** A figure as the pages show it; `numbers` names the table of the same page that it draws. */
export function figureOf(
  { name, title, note, caption, svg, narrow }: Drawing,
  numbers: string | null = null,
): FigureView {
  const narrowed = narrow === null ? null : String(narrow);
  return { name, title, note, caption, svg: String(svg), narrow: narrowed, numbers };
}

/** Where the passages behind a number are listed. */
export function evidenceAt(by: string, key: string, code: string, narrowing: Narrowing = {}): string {
  const more = Object.entries(narrowing).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return `/evidence?${new URLSearchParams([['by', by], ['key', key], ['code', code], ...more])}`;
}

/** Whose mentions a number counts: an institution's, or those of some voices in a language and a period. */
export type Whose =
  | { readonly institution: string }
  | { readonly voice: string; readonly language: string; readonly period: string };

/** Where the mentions behind a number are listed, as the endpoint of mentions asks for them. */
export function mentionsAt(
  whose: Whose,
  kind: string,
  asked: Readonly<Record<string, readonly string[] | string | undefined>> = {},
): string {
  const more = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'string' ? value : value.join(',')] as [string, string]],
  );
  return `/mentions?${new URLSearchParams([...Object.entries(whose), ['kind', kind], ...more])}`;
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

/** The place of a hypothesis's page that shows how its number comes about. */
export const groundsPlace = 'grounds';

/** Where the number of a hypothesis comes about, each part with its passages. */
export function groundsAt(claim: string, hypothesis: string, isAlone: boolean): string {
  return `${hypothesisAt(claim, hypothesis, isAlone)}#${groundsPlace}`;
}
