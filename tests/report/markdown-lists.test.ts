import { describe, expect, it } from 'vitest';
import { appendixLines, robustnessLines } from '../../src/report/markdown-lists.ts';
import { robustOf, studyOf } from '../support/framings.ts';
import { buildResults } from '../support/results.ts';

const pairs = (a: number, b: number) => Array.from({ length: 5 }, (_, at) => [a, b + (at % 2)] as const);
const clear = studyOf({ Ma: pairs(3, 1), Mb: pairs(4, 1), Pa: pairs(1, 3), Pb: pairs(1, 4) });

describe('lists of the report as text', () => {
  it('tell how much hangs on choices, or why nothing could be varied', () => {
    const told = (robust: ReturnType<typeof robustOf>) =>
      robustnessLines({ ...buildResults(), robustness: [robust] });
    const [line = '', ...others] = told(robustOf(clear));
    expect(others).toEqual([]);
    expect(line).toContain('Of 648 ways of counting');
    expect(line).toMatch(
      /Of all terms “.*” \(.*\), which is in \d+ passages?, moves the estimate most: without it it is/,
    );
    expect(line).toMatch(
      /counted for nobody, as here, [\d.]+ times \([\d.]+ to [\d.]+\); all counted as the author's own, [\d.]+ times/,
    );
    expect(line).toContain("All numbers are uncorrected for the lexicon's errors.");
    expect(line).toContain('About types of institutions (scope B)');
    expect(told(robustOf([])).join()).toContain('Nothing to vary: no contrast can be computed.');
  });

  it('tell who does what with the page, what is not shown, and that it may be misread', () => {
    const item = (name: string, times: number) =>
      ({
        column: 'channels',
        id: null,
        name,
        note: null,
        programme: null,
        times,
        file: 'documents/body/a.pdf',
        page: '3',
        passage: 'x',
      }) as const;
    const appendix = [
      { institution: 'Body *one*', items: ['a', 'b', 'c', 'd'].map((name, i) => item(name, 9 - i)) },
      ...Array.from({ length: 20 }, (_, i) => ({ institution: `Body ${i}`, items: [item('x', 1)] })),
    ];
    const lines = appendixLines({ ...buildResults(), appendix });
    expect(lines[0]).toContain('nobody has coded');
    expect(lines[2]).toBe('- Body \\*one\\*');
    expect(lines[3]).toBe('  - channels: a (a.pdf, p. 3); b (a.pdf, p. 3); c (a.pdf, p. 3); and 1 more');
    expect(lines.at(-1)).toBe('20 institutions of 21 shown.');
    expect(appendixLines({ ...buildResults(), appendix: [] })).toEqual([]);
  });
});
