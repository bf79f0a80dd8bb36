import { type DistinctiveWord, type DistinctiveWords, priorStrengths } from '../../model/distinctive.ts';
import { seed as seedOf } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

type Row = DistinctiveWord & { readonly of: DistinctiveWords };

/** One row a language and compared word, the most distinctive first. */
export function wordsTable(distinctive: readonly DistinctiveWords[], seed: number): Table {
  const columns: readonly Column<Row>[] = [
    {
      name: 'language',
      type: 'text',
      meaning: 'Language; none is pooled with another',
      value: ({ of }) => of.language,
    },
    { name: 'word', type: 'text', meaning: 'Most frequent form of the word', value: ({ word }) => word },
    { name: 'stem', type: 'text', meaning: 'Stem that its forms have in common', value: ({ stem }) => stem },
    {
      name: 'side',
      type: 'text',
      unit: 'source, policy',
      meaning: 'Side that has more of it for its size',
      value: ({ side }) => side,
    },
    {
      name: 'source',
      type: 'whole number',
      unit: 'words',
      meaning: 'Occurrences in passages about the object, source side',
      value: ({ source }) => source,
    },
    {
      name: 'policy',
      type: 'whole number',
      unit: 'words',
      meaning: 'The same, policy side',
      value: ({ policy }) => policy,
    },
    {
      name: 'source_words',
      type: 'whole number',
      unit: 'words',
      meaning: 'All words of such passages, source side',
      value: ({ of }) => of.words.source,
    },
    {
      name: 'policy_words',
      type: 'whole number',
      unit: 'words',
      meaning: 'The same, policy side',
      value: ({ of }) => of.words.policy,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents of both sides that use it',
      value: ({ documents }) => documents,
    },
    {
      name: 'institutions',
      type: 'whole number',
      unit: 'institutions',
      meaning: 'Institutions of both sides that use it',
      value: ({ institutions }) => institutions,
    },
    {
      name: 'delta',
      type: 'number',
      unit: 'log odds',
      meaning: 'Source less policy, with a prior of 500 words',
      value: ({ delta }) => delta,
    },
    ...priorStrengths.map(
      (strength, place): Column<Row> => ({
        name: `z_${strength}`,
        type: 'number',
        meaning: `delta over its standard error with a prior of ${strength} words; words are taken as independent`,
        value: ({ z }) => z[place] ?? null,
      }),
    ),
    {
      name: 'threshold',
      type: 'number',
      meaning: 'The |z_500| that the most distinctive word of one relabelling of documents in twenty exceeds',
      value: ({ of }) => of.threshold,
    },
    {
      name: 'beyond',
      type: 'true or false',
      meaning: 'Whether |z_500| exceeds the threshold',
      value: ({ beyond }) => beyond,
    },
    {
      name: 'g2',
      type: 'number',
      meaning: "Dunning's four-cell log likelihood, negative where the policy side has more",
      value: ({ g2 }) => g2,
    },
    {
      name: 'p_adjusted',
      type: 'number',
      meaning: 'Its p adjusted after Benjamini and Hochberg; words are taken as independent',
      value: ({ adjusted }) => adjusted,
    },
    {
      name: 'log_ratio',
      type: 'number',
      unit: 'binary logarithm',
      meaning: 'Ratio of relative frequencies, a half for zero',
      value: ({ logRatio }) => logRatio,
    },
    {
      name: 'left',
      type: 'text',
      meaning: 'Words before its first occurrence',
      value: ({ line }) => line?.left ?? null,
    },
    { name: 'hit', type: 'text', meaning: 'The occurrence', value: ({ line }) => line?.hit ?? null },
    { name: 'right', type: 'text', meaning: 'Words after it', value: ({ line }) => line?.right ?? null },
    { name: 'file', type: 'text', meaning: 'Its file', value: ({ line }) => line?.file ?? null },
    { name: 'page', type: 'text', meaning: 'Its page as cited', value: ({ line }) => line?.page ?? null },
    { name: 'passage', type: 'text', meaning: 'Its passage', value: ({ line }) => line?.passage ?? null },
    seedOf(() => seed),
  ];
  return table(
    'words',
    columns,
    distinctive.flatMap((of) => of.found.map((word): Row => ({ ...word, of }))),
  );
}
