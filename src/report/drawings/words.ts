import type { DistinctiveWord, DistinctiveWords } from '../../model/distinctive.ts';
import type { KeptResults } from '../../model/results.ts';
import { wordsReasonWords } from '../../model/time-words.ts';
import { languageLabel, sideLabel } from '../../model/words.ts';
import { words as draw } from '../figures/words.ts';
import { count, counted, statistic } from '../numbers.ts';
import type { Column } from '../tables/table.ts';
import { type Drawing, dataOf, nameOf } from './drawing.ts';

/** Words of either side in a drawing. */
const shown = 12;

/** The words of one language as a panel, and what there is to say of its threshold. */
export type WordsDrawing = Drawing & { readonly limit: string };

/** Words that tell the two sides apart, a language a panel on one scale; languages without such words have none. */
export function wordsDrawings(results: KeptResults): ReadonlyMap<DistinctiveWords, WordsDrawing> {
  const { distinctive, study } = results;
  const source = sideLabel({ voices: study.contrast.source });
  const policy = sideLabel({ voices: study.contrast.policy });
  const top =
    1.05 *
    Math.max(
      3,
      ...distinctive.flatMap(({ found, threshold }) => [
        threshold ?? 0,
        ...leading(found).flatMap(({ z }) => z.map(Math.abs)),
      ]),
    );
  return new Map(
    distinctive.flatMap((one, place) => {
      const words = leading(one.found);
      if (words.length === 0) return [];
      const { threshold } = one;
      const title = languageLabel(one.language);
      const name = nameOf('words', place, one.language);
      const alternative = `${title}. ${words.map(({ word, z, source: a, policy: b }) => `${word}: z ${statistic(z[1] ?? null)}, ${a} to ${b}`).join('; ')}.`;
      const drawing: WordsDrawing = {
        kind: 'words',
        name,
        title,
        note: `${source} ${counted(one.documents.source, 'document')}, ${count(one.words.source)} words; ${policy} ${counted(one.documents.policy, 'document')}, ${count(one.words.policy)} words`,
        caption:
          'Words that one side says more often than the other when it speaks of the object. Points are z of the log odds, lines reach over the priors; filled are those beyond the dashed threshold.',
        alternative,
        limit: limitWords(one),
        svg: draw({ words, threshold, top, source, policy, alternative }),
        narrow: null,
        data: dataOf(name, columns, words),
      };
      return [[one, drawing] as const];
    }),
  );
}

/** The most distinctive words of either side: the source side's strongest first, the policy side's strongest last. */
function leading(found: readonly DistinctiveWord[]): readonly DistinctiveWord[] {
  const of = (side: DistinctiveWord['side']) => found.filter((word) => word.side === side).slice(0, shown);
  return [...of('source'), ...of('policy').toReversed()];
}

function limitWords({ threshold, reason, found, compared, relabellings }: DistinctiveWords): string {
  const beyond = found.filter((word) => word.beyond === true).length;
  return threshold === null
    ? `There is no threshold: ${reason === null ? 'nothing was relabelled' : wordsReasonWords(reason)}.`
    : `${beyond === 0 ? 'None' : count(beyond)} of ${counted(compared, 'compared word')} ${beyond === 1 ? 'is' : 'are'} beyond the threshold of ${statistic(threshold)} (${counted(relabellings, 'relabelling')}).`;
}

const columns: readonly Column<DistinctiveWord>[] = [
  {
    name: 'word',
    type: 'text',
    meaning: 'The word, all forms of its stem together',
    value: ({ word }) => word,
  },
  {
    name: 'side',
    type: 'text',
    unit: 'source, policy',
    meaning: 'The side that says it more',
    value: ({ side }) => side,
  },
  {
    name: 'source',
    type: 'whole number',
    unit: 'words',
    meaning: 'How often the source side says it',
    value: ({ source }) => source,
  },
  {
    name: 'policy',
    type: 'whole number',
    unit: 'words',
    meaning: 'How often the policy side says it',
    value: ({ policy }) => policy,
  },
  {
    name: 'z',
    type: 'number',
    meaning: 'z of the log odds with the middle prior',
    value: ({ z }) => z[1] ?? null,
  },
  {
    name: 'least',
    type: 'number',
    meaning: 'Least z of the three priors',
    value: ({ z }) => Math.min(...z),
  },
  {
    name: 'most',
    type: 'number',
    meaning: 'Largest z of the three priors',
    value: ({ z }) => Math.max(...z),
  },
  {
    name: 'beyond',
    type: 'true or false',
    meaning: 'Whether it is beyond the threshold; empty without one',
    value: ({ beyond }) => beyond,
  },
];
