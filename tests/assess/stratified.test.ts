import { describe, expect, it } from 'vitest';
import { type Cell, gather, type Speaker } from '../../src/assess/gather.ts';
import { stratified } from '../../src/assess/stratified.ts';
import { observation } from '../support/observation.ts';

type Row = readonly [language: 'es' | 'pt', a: number, b: number];

/** One document a row. */
function speakers(name: string, rows: readonly Row[]): readonly Speaker[] {
  const observations = rows.map(([language, NEP, DIL], at) =>
    observation({ file: `${name}/${at}`, institution: name, language, presence: { NEP, DIL } }),
  );
  return gather(observations, ['civil_society'], { numerator: 'NEP', denominator: 'DIL' });
}

const source: readonly Row[] = [
  ['es', 4, 1],
  ['es', 3, 2],
  ['pt', 2, 2],
  ['pt', 5, 1],
];
const other: readonly Row[] = [
  ['es', 1, 1],
  ['pt', 2, 0],
  ['es', 3, 3],
];
const policy: readonly Row[] = [
  ['es', 1, 5],
  ['es', 2, 3],
  ['pt', 1, 2],
  ['pt', 0, 6],
];

function slow(ours: readonly Row[], theirs: readonly Row[]): number {
  const add = (rows: readonly Row[], language: string, place: 1 | 2) =>
    rows.filter((row) => row[0] === language).reduce((sum, row) => sum + row[place], 0);
  let over = 0;
  let under = 0;
  for (const language of ['es', 'pt']) {
    const [a1, b1, a0, b0] = [
      add(ours, language, 1),
      add(ours, language, 2),
      add(theirs, language, 1),
      add(theirs, language, 2),
    ];
    over += (a1 * b0) / (a1 + b1 + a0 + b0);
    under += (b1 * a0) / (a1 + b1 + a0 + b0);
  }
  return Math.log(over / under);
}

describe('stratified contrast', () => {
  it('has the jackknife over documents within institutions as its variance', () => {
    const estimate = stratified(
      [...speakers('Red', source), ...speakers('Otra', other)],
      speakers('UNASUR', policy),
    );
    const parts = [
      source.map((_, left) => slow([...source.toSpliced(left, 1), ...other], policy)),
      other.map((_, left) => slow([...source, ...other.toSpliced(left, 1)], policy)),
      policy.map((_, left) => slow([...source, ...other], policy.toSpliced(left, 1))),
    ];
    const variances = parts.map((values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return (
        ((values.length - 1) / values.length) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
      );
    });
    const variance = variances.reduce((sum, one) => sum + one, 0);
    expect(estimate?.value).toBeCloseTo(slow([...source, ...other], policy), 12);
    expect(estimate?.standardError).toBeCloseTo(Math.sqrt(variance), 10);
    const freedom =
      variance ** 2 / variances.reduce((sum, one, at) => sum + one ** 2 / ((parts[at]?.length ?? 0) - 1), 0);
    expect(estimate?.degreesOfFreedom).toBeCloseTo(freedom, 8);
  });

  it('is null where all of a frame hangs on one document', () => {
    const hanging: readonly Row[] = [
      ['es', 3, 0],
      ['es', 0, 4],
      ['es', 2, 0],
    ];
    expect(stratified(speakers('Red', hanging), speakers('UNASUR', policy))).toBeNull();
    expect(stratified([], [])).toBeNull();
  });

  it('does not look at the order of cells', () => {
    const turned = (some: readonly Speaker[]): readonly Speaker[] =>
      some.map((speaker) => ({
        ...speaker,
        clusters: speaker.clusters.map((cluster) => ({
          ...cluster,
          cells: cluster.cells.toReversed() satisfies Cell[],
        })),
      }));
    const plain = stratified(speakers('Red', source), speakers('UNASUR', policy));
    expect(stratified(turned(speakers('Red', source)), turned(speakers('UNASUR', policy)))).toEqual(plain);
  });
});
