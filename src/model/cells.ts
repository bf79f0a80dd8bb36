import type { CellView, TableView } from './api/views.ts';

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
