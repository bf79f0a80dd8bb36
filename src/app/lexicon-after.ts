import type { CodingAct, Sample } from '../model/coding.ts';
import type { Freezing } from '../model/freeze.ts';
import type { Problem } from '../model/problem.ts';
import { latestChain } from '../validate/coded.ts';

/**
 * A Problem for each draw in use whose lexicon is another than before its codings had come in: the one that was frozen
 * before them, or else the one that passages were drawn with. Nothing is fitted crosswise against that (docs/method.md 2.5).
 */
export function lexiconAfterCodings(
  lexicon: string,
  samples: readonly Sample[],
  log: readonly Pick<CodingAct, 'sample'>[],
  freezing: Freezing,
): readonly Problem[] {
  const isFrozenBefore = freezing.state !== 'not_frozen' && freezing.opened === 0;
  return (['passages', 'documents'] as const).flatMap((unit): Problem[] => {
    const chain = latestChain(samples, log, unit);
    const names = new Set(chain.map(({ design }) => design.sample));
    const last = chain.at(-1)?.design;
    if (last === undefined || !log.some(({ sample }) => names.has(sample))) return [];
    const isChanged = isFrozenBefore
      ? freezing.changed.some((part) => part.startsWith('lexicon '))
      : chain.some(({ design }) => design.lexicon !== lexicon);
    return isChanged ? [{ code: 'lexicon_after_codings', file: `codings/${last.sample}` }] : [];
  });
}
