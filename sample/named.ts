import type { Frame } from './texts.ts';

/** Who a passage says carries something out, and whose money pays for it: what coders are asked about channels and money. */
export type Named =
  | 'channel:social'
  | 'channel:economic'
  | 'channel:other'
  | 'money:public'
  | 'money:donor'
  | 'money:own';

/**
 * Clauses of a frame that name who carries something out, beside those on programmes: by their place among the frame's
 * terms, which is the same in all languages. A town runs social programmes; a ministry takes cooperatives into its policy.
 */
const clauses: readonly { readonly frame: Frame; readonly place: number; readonly named: Named }[] = [
  { frame: 'SOC', place: 4, named: 'channel:other' },
  { frame: 'ECON', place: 2, named: 'channel:economic' },
];

/** Whom the clause at a place among a frame's terms names so. */
export function namedIn(frame: Frame, place: number): readonly Named[] {
  return clauses.filter((one) => one.frame === frame && one.place === place).map(({ named }) => named);
}
