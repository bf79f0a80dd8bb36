import type { CodingAct, Sample } from '../model/coding.ts';
import type { LogLine } from '../model/input.ts';

/**
 * Lines of a log whose origin somebody changed by hand: a person's in a sample that was drawn for simulated
 * coders, which its design says and a freeze holds, or another than the same coder has in earlier lines.
 */
export function changedOrigins(
  log: readonly LogLine<Pick<CodingAct, 'origin' | 'coder' | 'sample'>>[],
  samples: readonly Sample[],
): readonly { readonly line: number; readonly expected: string; readonly found: string }[] {
  const simulated = new Set(
    samples.flatMap(({ design }) => (design.simulated === true ? [design.sample] : [])),
  );
  const known = new Map<string, CodingAct['origin']>();
  return log.flatMap(({ line, value: { origin, coder, sample } }) => {
    const before = known.get(coder) ?? origin;
    known.set(coder, before);
    if (origin === 'human' && simulated.has(sample))
      return [{ line, expected: `simulated, as the design of ${sample} says`, found: origin }];
    return origin === before
      ? []
      : [{ line, expected: `${before}, as in earlier lines of ${coder}`, found: origin }];
  });
}
