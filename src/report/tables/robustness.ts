import {
  attributionBounds,
  type JointTest,
  type Robustness,
  type ShrunkenShare,
  type SpecificationCurve,
  type SpecificationRow,
  type Variation,
} from '../../model/robustness.ts';
import { readBy, resting } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

/** One number about how a contrast stands up. */
type Line = {
  readonly what: string;
  readonly name?: string | null;
  readonly value?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly p?: number | null;
  readonly change?: number | null;
  readonly changesClass?: boolean;
  readonly draws?: number;
  readonly passages?: number | null;
  readonly reason?: string | null;
};

type Row = { readonly of: Robustness; readonly line: Line };

const named: readonly Column<{ readonly of: Robustness }>[] = [
  { name: 'claim', type: 'text', meaning: 'Claim', value: ({ of }) => of.claim },
  { name: 'hypothesis', type: 'text', meaning: 'Hypothesis of the claim', value: ({ of }) => of.hypothesis },
];

/** What all these numbers rest on; `passages` is taken by what a term is in. */
const rested: readonly Column<{ readonly of: Robustness }>[] = [
  {
    name: 'object_passages',
    type: 'whole number',
    unit: 'passages',
    meaning: 'Object passages it rests on',
    value: ({ of }) => of.passages,
  },
  ...readBy<{ readonly of: Robustness }, Parameters<(typeof resting)[number]['value']>[0]>(
    resting.filter(({ name }) => name !== 'passages'),
    ({ of }) => of,
  ),
];

/** One row a number: scope B, shrunken shares, the curve, every change, placebos. */
export function robustnessTable(robustness: readonly Robustness[]): Table {
  const number = (name: keyof Line & string, meaning: string, unit?: string): Column<Row> => ({
    name,
    type: 'number',
    ...(unit === undefined ? {} : { unit }),
    meaning,
    value: ({ line }) => (line[name] as number | null | undefined) ?? null,
  });
  const columns: readonly Column<Row>[] = [
    ...named,
    {
      name: 'scope',
      type: 'text',
      unit: 'A, B',
      meaning: 'A: the named institutions; B: their type',
      value: ({ line }) => (line.what.startsWith('type_') ? 'B' : 'A'),
    },
    { name: 'what', type: 'text', meaning: 'Which number', value: ({ line }) => line.what },
    {
      name: 'name',
      type: 'text',
      meaning: 'Term, category, kind, language, institution or file left out, or the institution meant',
      value: ({ line }) => line.name ?? null,
    },
    number('value', 'The number: log odds unless `what` says otherwise'),
    number('lower', 'Lower end of its interval, of 95 % (90 % at scope B)'),
    number('upper', 'Upper end of its interval'),
    number('p', 'One-sided p', '0 to 1'),
    number('change', 'Estimate less the primary one', 'log odds'),
    {
      name: 'changes_class',
      type: 'true or false',
      meaning: 'Whether the interval would be judged differently',
      value: ({ line }) => line.changesClass ?? null,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages that a term or category left out is in',
      value: ({ line }) => line.passages ?? null,
    },
    {
      name: 'draws',
      type: 'whole number',
      meaning: 'Random draws or relabellings it rests on',
      value: ({ line }) => line.draws ?? null,
    },
    {
      name: 'reason',
      type: 'text',
      meaning: 'Why there is no number, or no verdict',
      value: ({ line }) => line.reason ?? null,
    },
    ...rested,
  ];
  const rows = robustness.flatMap((of) => linesOf(of).map((line) => ({ of, line })));
  return table('robustness', columns, rows);
}

/** One row a specification. */
export function specificationsTable(robustness: readonly Robustness[]): Table {
  type Specified = { readonly of: Robustness; readonly row: SpecificationRow };
  const factor = (name: 'unit' | 'weighting' | 'voice' | 'negation' | 'domain' | 'pole', meaning: string) =>
    ({ name, type: 'text', meaning, value: ({ row }: Specified) => row[name] }) as const;
  const number = (
    name: string,
    meaning: string,
    value: (row: SpecificationRow) => number | null,
  ): Column<Specified> => ({
    name,
    type: 'number',
    unit: 'log odds',
    meaning,
    value: ({ row }) => value(row),
  });
  const columns: readonly Column<Specified>[] = [
    ...named,
    factor('unit', 'What is counted'),
    factor(
      'weighting',
      'What a document weighs: its passages, the same as others, or at most the 95th percentile',
    ),
    factor('voice', 'Whose voice counts'),
    factor('negation', 'What a denied frame counts for'),
    factor('domain', 'Where the object has to be named'),
    factor('pole', 'What the claimed pole is weighed against'),
    {
      name: 'primary',
      type: 'true or false',
      meaning: 'Whether it is the one of the finding',
      value: ({ row }) => row.primary,
    },
    {
      name: 'corrected',
      type: 'true or false',
      meaning: 'Whether human codings corrected the errors of the lexicon',
      value: ({ row }) => row.corrected,
    },
    number('estimate', 'Contrast, positive as claimed', ({ value }) => value),
    number('standard_error', 'Its linearised standard error', ({ standardError }) => standardError),
    number('lower', 'Lower end of its 95 % interval', ({ lower }) => lower),
    number('upper', 'Upper end of its 95 % interval', ({ upper }) => upper),
    { name: 'reason', type: 'text', meaning: 'Why there is none', value: ({ row }) => row.reason },
    {
      name: 'scope',
      type: 'text',
      unit: 'A',
      meaning: 'A: the named institutions',
      value: () => 'A',
    },
    ...rested,
  ];
  const rows = robustness.flatMap((of) =>
    [...(of.curve?.specifications ?? []), ...(of.curve?.corrected ?? [])].map((row) => ({ of, row })),
  );
  return table('specifications', columns, rows);
}

function linesOf(of: Robustness): readonly Line[] {
  const { typeTest, curve, placebo } = of;
  return [
    { what: 'estimate', ...of.estimate, reason: of.reason },
    ...(of.corrected ? [{ what: 'uncorrected', ...of.uncorrected }] : []),
    ...attributedLines(of),
    {
      what: 'type_permutation',
      value: typeTest.difference,
      p: typeTest.p,
      draws: typeTest.relabellings,
      reason: typeTest.reason,
    },
    { what: 'type_minimum_p', p: typeTest.minimumP },
    { what: 'type_welch', value: typeTest.difference, ...typeTest.welch },
    { what: 'type_wild_bootstrap', p: typeTest.wildP },
    { what: 'type_cr2', value: typeTest.difference, p: typeTest.cr2?.p ?? null },
    ...shareLines('', of.shrunken),
    ...shareLines('corrected_', of.correctedShrunken),
    ...(curve === null
      ? []
      : [
          { what: 'curve_share_as_claimed', value: curve.shareAbove },
          ...jointLines('curve_', curve, curve.named),
          ...jointLines('type_curve_', curve, curve.typed),
          ...(curve.correctedTests === null
            ? []
            : [
                ...jointLines('corrected_curve_', null, curve.correctedTests.named),
                ...jointLines('type_corrected_curve_', null, curve.correctedTests.typed),
              ]),
        ]),
    {
      what: 'placebo',
      value: placebo.median,
      lower: placebo.lower,
      upper: placebo.upper,
      p: placebo.p,
      draws: placebo.draws,
      reason: placebo.reason,
    },
    ...of.variations.map(lineOf),
  ];
}

function attributedLines(of: Robustness): readonly Line[] {
  const bounds = attributionBounds(of);
  if (bounds === null) return [];
  return (['none', 'all'] as const).map((which) => {
    const { value, lower, upper, reason } = bounds[which];
    return { what: `attributed_${which}`, value, lower, upper, reason };
  });
}

function lineOf({ kind, name, estimate, change, changesClass, passages, reason }: Variation): Line {
  return { what: kind, name, ...estimate, change, changesClass, passages, reason };
}

function shareLines(prefix: string, shares: readonly ShrunkenShare[]): readonly Line[] {
  return shares.flatMap(({ institution, share, effective, shrunken, lower, upper }) => [
    { what: `${prefix}share`, name: institution, value: share },
    { what: `${prefix}effective_passages`, name: institution, value: effective },
    { what: `${prefix}shrunken_share`, name: institution, value: shrunken, lower, upper },
  ]);
}

/** The three statistics of a curve with their joint p; only these where the statistics stand elsewhere. */
function jointLines(
  prefix: string,
  values: Pick<SpecificationCurve, 'median' | 'shareSignificant' | 'stouffer'> | null,
  { median, shareSignificant, stouffer, draws, reason }: JointTest,
): readonly Line[] {
  return [
    { what: `${prefix}median`, value: values?.median ?? null, p: median, draws, reason },
    {
      what: `${prefix}share_significant`,
      value: values?.shareSignificant ?? null,
      p: shareSignificant,
      draws,
      reason,
    },
    { what: `${prefix}stouffer`, value: values?.stouffer ?? null, p: stouffer, draws, reason },
  ];
}
