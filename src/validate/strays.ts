import type { CodingAct, Sample } from '../model/coding.ts';

/** A line of a log, counted from 1, that is of nothing that was drawn. */
export type Stray = {
  readonly line: number;
  readonly field: 'sample' | 'item' | 'passage';
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
};

const asItWas = 'put the line back as it was; the log is only ever added to';

/** Lines of a log whose sample is not there, whose item is in no key of it, or whose passage is not that of the item. */
export function strayCodings(
  log: readonly Pick<CodingAct, 'sample' | 'item' | 'passage'>[],
  samples: readonly Sample[],
): readonly Stray[] {
  const drawn = new Map(
    samples.map(({ design, keys }) => [
      design.sample,
      new Map(keys.map(({ item, passage }): [string, string] => [item, passage])),
    ]),
  );
  return log.flatMap(({ sample, item, passage }, at): readonly Stray[] => {
    const line = at + 1;
    const items = drawn.get(sample);
    if (items === undefined) {
      const names = [...drawn.keys()].join(', ') || 'none';
      const remedy = `put the folder codings/${sample} back`;
      return [
        { line, field: 'sample', expected: `a sample of this study (${names})`, found: sample, remedy },
      ];
    }
    const own = items.get(item);
    if (own === undefined)
      return [{ line, field: 'item', expected: `an item of ${sample}`, found: item, remedy: asItWas }];
    return own === passage
      ? []
      : [
          {
            line,
            field: 'passage',
            expected: `${own}, which ${item} stands for`,
            found: passage,
            remedy: asItWas,
          },
        ];
  });
}
