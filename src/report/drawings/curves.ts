import type { KeptResults } from '../../model/results.ts';
import {
  type Robustness,
  type SpecificationFactor,
  type SpecificationRow,
  specificationFactors,
} from '../../model/robustness.ts';
import { inSentence, type Labels, labelsOf } from '../../model/words.ts';
import { type GridRow, specificationCurve } from '../figures/curve.ts';
import { counted, percent } from '../numbers.ts';
import { factorWords } from '../robustness-words.ts';
import type { Column } from '../tables/table.ts';
import { type Drawing, dataOf, nameOf } from './drawing.ts';

/** Curves that were drawn: each takes a tenth of a second, and the explorer shows it again and again. */
const drawn = new WeakMap<Robustness, Drawing | null>();

/** Every way of counting of one varied contrast as a curve; null where none gives a contrast. */
export function curveDrawing(results: KeptResults, of: Robustness): Drawing | null {
  const known = drawn.get(of);
  if (known !== undefined) return known;
  const made = draw(results, of);
  drawn.set(of, made);
  return made;
}

function draw(results: KeptResults, of: Robustness): Drawing | null {
  const { curve, hypothesis, numerator, denominator } = of;
  if (curve === null || curve.median === null) return null;
  const labels = labelsOf(results.categories);
  const known = curve.specifications.filter(({ value }) => value !== null).length;
  const title = `${hypothesis}, ${inSentence(labels(numerator))} against ${inSentence(labels(denominator))}`;
  const alternative = `Estimates of ${curve.specifications.length} ways of counting in ascending order, the middle one ${Math.exp(curve.median).toFixed(2)} times; ${percent(curve.shareAbove ?? 0)} above no difference.`;
  const name = nameOf('curve', results.robustness.indexOf(of), `${hypothesis} ${denominator}`);
  return {
    kind: 'curve',
    name,
    title,
    note: `${counted(known, 'way', 'ways')} of counting`,
    caption:
      'Every way of counting, the estimates in ascending order with the band of their 95 % intervals. Below, how many of the ways at that place make each choice: the darker, the more. The circle and the dashed line are the primary one.',
    alternative,
    svg: specificationCurve(curve.specifications, {
      width: 760,
      grid: gridOf(curve.specifications, labels),
      alternative,
    }),
    narrow: null,
    data: dataOf(name, columns, curve.specifications),
  };
}

function gridOf(specifications: readonly SpecificationRow[], labels: Labels): readonly GridRow[] {
  const poles = [...new Set(specifications.map(({ pole }) => pole))];
  const factors = Object.keys(specificationFactors) as readonly SpecificationFactor[];
  return [
    ...factors.flatMap((factor) =>
      specificationFactors[factor].map((choice, place) => ({
        label: factorWords[factor].choices[choice] ?? choice,
        factor: place === 0 ? factorWords[factor].name : null,
        holds: (row: { readonly [F in SpecificationFactor]: string }) => row[factor] === choice,
      })),
    ),
    ...poles.map((pole, place) => ({
      label: pole.split('+').map(labels).join(' + '),
      factor: place === 0 ? 'weighed against' : null,
      holds: (row: { readonly pole: string }) => row.pole === pole,
    })),
  ];
}

const columns: readonly Column<SpecificationRow>[] = [
  ...(Object.keys(specificationFactors) as readonly SpecificationFactor[]).map(
    (factor): Column<SpecificationRow> => ({
      name: factor,
      type: 'text',
      unit: specificationFactors[factor].join(', '),
      meaning: `The choice of this way of counting: ${factorWords[factor].name}`,
      value: (row) => row[factor],
    }),
  ),
  {
    name: 'against',
    type: 'text',
    meaning: 'Code that the claimed pole is weighed against, or codes joined by `+`',
    value: ({ pole }) => pole,
  },
  {
    name: 'primary',
    type: 'true or false',
    meaning: 'Whether it is the primary one',
    value: (row) => row.primary,
  },
  {
    name: 'estimate',
    type: 'number',
    unit: 'log odds',
    meaning: 'The contrast counted so; empty where it gives none',
    value: ({ value }) => value,
  },
  {
    name: 'lower',
    type: 'number',
    unit: 'log odds',
    meaning: 'Lower 95 % bound',
    value: ({ lower }) => lower,
  },
  {
    name: 'upper',
    type: 'number',
    unit: 'log odds',
    meaning: 'Upper 95 % bound',
    value: ({ upper }) => upper,
  },
];
