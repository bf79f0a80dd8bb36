import { describe, expect, it } from 'vitest';
import { report } from '../../../src/report/report.ts';
import { robustOf, studyOf } from '../../support/framings.ts';
import { buildResults } from '../../support/results.ts';

const text = (content: string | Iterable<string>) =>
  typeof content === 'string' ? content : [...content].join('');
const of = (robust: ReturnType<typeof robustOf>) =>
  new Map(
    report({ ...buildResults(), robustness: [robust] }).map(({ path, content }) => [path, text(content)]),
  );
const pairs = (a: number, b: number) => Array.from({ length: 5 }, (_, at) => [a, b + (at % 2)] as const);
const clear = studyOf({ Ma: pairs(3, 1), Mb: pairs(4, 1), Pa: pairs(1, 3), Pb: pairs(1, 4) });

describe('robustness in the report', () => {
  it('draws the curve and names scope, reasons and the section', () => {
    const files = of(robustOf(clear));
    const page = files.get('report.html') ?? '';
    expect(page).toContain('href="#robustness"');
    expect(page).toContain('Of 648 ways of counting');
    expect(page).toContain('(scope B).</strong>');
    expect(page).toContain('there are too few institutions for any result to be unlikely by chance');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
    expect((files.get('tables/specifications.csv') ?? '').trim().split('\n')).toHaveLength(649);
    expect(files.get('tables/robustness.csv')).toContain('type_permutation');
  });

  it('says why there is nothing to vary', () => {
    const files = of(robustOf([]));
    expect(files.get('report.html')).toContain('Nothing to vary: no contrast can be computed.');
    expect((files.get('tables/specifications.csv') ?? '').trim().split('\n')).toHaveLength(1);
  });
});
