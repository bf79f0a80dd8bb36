import type { CodedPassage } from '../model/coding.ts';
import type { Ends } from '../validate/coded.ts';

/** How many items are undecidable for one code or several. */
export function undecidableIn(items: readonly Ends[], codes: readonly string[]): number {
  return items.filter(({ low, high }) => codes.some((code) => low[code] !== high[code])).length;
}

/** Codes of an item, each at the end that is asked for. */
export function chosen({ low, high }: Ends, isHigh: (code: string) => boolean): CodedPassage['truth'] {
  return Object.fromEntries(
    Object.keys(low).map((code): [string, 0 | 1] => [code, (isHigh(code) ? high : low)[code] ?? 0]),
  );
}
