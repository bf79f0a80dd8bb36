import type { ColumnView, ItemView } from '../../../../src/model/api/coding.ts';

type Codes = Readonly<Record<string, string>>;

/** Whether a column need not be answered: a category where the object is not there counts as no. */
export function isImplied(column: ColumnView, columns: readonly ColumnView[], codes: Codes): boolean {
  const object = columns.find(({ isObject }) => isObject);
  return !column.isObject && column.isCategory && object !== undefined && codes[object.code] === '0';
}

type Votes = ItemView['votes'];

/** Whether coders differ on a column, or one of them could not tell. */
export function isContested(column: ColumnView, columns: readonly ColumnView[], votes: Votes): boolean {
  const said = (votes ?? [])
    .filter(({ role }) => role === 'coder')
    .flatMap(({ codes }) => (isImplied(column, columns, codes) ? ['0'] : (codes[column.code] ?? [])));
  return said.includes('?') || new Set(said).size > 1;
}

/**
 * The first column from a place on that is still to be answered, then one before it; -1 where all are. Whoever decides
 * is asked for what is contested, and for nothing else.
 */
export function nextOpen(columns: readonly ColumnView[], codes: Codes, votes: Votes, from = 0): number {
  const isOpen = (column: ColumnView) =>
    codes[column.code] === undefined &&
    !isImplied(column, columns, codes) &&
    (votes === null || isContested(column, columns, votes));
  const later = columns.findIndex((column, at) => at >= from && isOpen(column));
  return later === -1 ? columns.findIndex(isOpen) : later;
}

/** The answer that a key gives in a column: by its place, or 0 for the `no` of a category. */
export function answerOf({ answers, isCategory }: ColumnView, key: string): string | null {
  if (key === '0') return isCategory ? '0' : null;
  return /^[1-9]$/.test(key) ? (answers[Number(key) - 1]?.value ?? null) : null;
}

/** What is sent: without the categories that go with the object. */
export function sentOf(columns: readonly ColumnView[], codes: Codes): Codes {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const code = codes[column.code];
      return code === undefined || isImplied(column, columns, codes) ? [] : [[column.code, code] as const];
    }),
  );
}

/** What an answer is called. */
export function labelOf({ answers }: ColumnView, value: string | undefined): string {
  return answers.find((answer) => answer.value === value)?.label ?? '–';
}
