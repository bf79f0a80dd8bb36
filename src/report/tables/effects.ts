import type { Effects, Resampled } from '../../model/effects.ts';
import type { Finding } from '../../model/finding.ts';
import { type EffectsOf, effectsIn } from '../../model/finding-effects.ts';
import { namedBy, readBy, resting } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

/** One number of one contrast. */
type Row = {
  readonly finding: Finding;
  readonly institution: string | null;
  readonly corrected: boolean;
  readonly what: string;
  readonly value: Resampled | null;
  readonly p: number | null;
  readonly draws: number;
  readonly reason: string | null;
};

/** One row a finding and effect size: every contrast in other measures (docs/method.md 3.5). */
export function effectsTable(findings: readonly Finding[]): Table {
  const number = (name: 'value' | 'lower' | 'upper', meaning: string): Column<Row> => ({
    name,
    type: 'number',
    meaning,
    value: ({ value }) => value?.[name] ?? null,
  });
  const columns: readonly Column<Row>[] = [
    ...namedBy<Row>(({ finding }) => finding),
    {
      name: 'institution',
      type: 'text',
      meaning: 'Of an order of institutions, the one that is compared with the one that has least',
      value: ({ institution }) => institution,
    },
    {
      name: 'corrected',
      type: 'true or false',
      meaning: 'Whether human codings corrected the errors of the lexicon',
      value: ({ corrected }) => corrected,
    },
    { name: 'what', type: 'text', meaning: 'Which number', value: ({ what }) => what },
    number('value', 'The number; of odds ratios as a factor, of shares in percentage points'),
    number('lower', 'Lower end of its 95 % interval'),
    number('upper', 'Upper end of its 95 % interval'),
    { name: 'p', type: 'number', unit: '0 to 1', meaning: 'One-sided p', value: ({ p }) => p },
    {
      name: 'draws',
      type: 'whole number',
      meaning: 'Random draws or relabellings of documents it rests on',
      value: ({ draws }) => draws,
    },
    { name: 'reason', type: 'text', meaning: 'Why there is no interval', value: ({ reason }) => reason },
    ...readBy<Row, Finding>(resting, ({ finding }) => finding),
  ];
  return table('effects', columns, findings.flatMap(rowsOf));
}

function rowsOf(finding: Finding): readonly Row[] {
  return effectsIn(finding).flatMap(({ institution, effects, uncorrectedEffects }: EffectsOf) => {
    const named = { finding, institution };
    return [
      ...linesOf(effects).map((line) => ({ ...named, ...line, corrected: finding.corrected })),
      ...(uncorrectedEffects === null
        ? []
        : linesOf(uncorrectedEffects).map((line) => ({ ...named, ...line, corrected: false }))),
    ];
  });
}

function linesOf(effects: Effects): readonly Omit<Row, 'finding' | 'institution' | 'corrected'>[] {
  const { draws, relabelled, reason, commonLanguage, sharpNull } = effects;
  const line = (what: string, value: Resampled | null) => ({ what, value, p: null, draws, reason });
  const alone = commonLanguage === null ? null : { value: commonLanguage, lower: null, upper: null };
  return [
    line('odds_ratio', effects.oddsRatio),
    line('percentage_points', effects.points),
    line('cliffs_delta', effects.cliff),
    { ...line('common_language', alone), draws: 0, reason: null },
    line('studentised_bootstrap', effects.studentised),
    { what: 'sharp_null', value: null, p: sharpNull, draws: relabelled, reason: null },
  ];
}
