import type { CodingSheet, Sample } from '../model/coding.ts';
import { orderIn } from '../validate/draw.ts';
import { instructions, titled } from '../validate/instructions.ts';

type Codebook = Parameters<typeof titled>[1];

/** One sheet for every coder with the items that the coder was dealt, in an order of the coder's own. */
export function sheetsOf(
  { design, keys }: Sample,
  texts: ReadonlyMap<string, string>,
  codebook: Codebook,
): readonly CodingSheet[] {
  const { sample, columns, object, coders } = design;
  return coders.map((coder) => ({
    sample,
    coder,
    role: 'coder',
    columns: titled(columns, codebook),
    rows: orderIn(
      keys.filter((key) => key.coders.includes(coder)),
      coder,
      design,
    ).map(({ item }) => ({ item, text: texts.get(item) ?? '', said: null })),
    instructions: instructions(columns, object, codebook, false, 'sheet', design.unit),
  }));
}
