import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { intervals } from '../../../src/report/figures/intervals.ts';
import { shares } from '../../../src/report/figures/shares.ts';
import { years } from '../../../src/report/figures/years.ts';

const parse = (markup: unknown) =>
  parseHTML(`<!doctype html><html><body>${String(markup)}</body></html>`).document;
const options = { width: 640, smallest: 1.5, less: 'less', more: 'more', alternative: 'said' };
const row = {
  label: 'H1',
  number: '2.0 (0.50 to 8.0)',
  factor: { value: 2, lower: 0.5, upper: 8 },
  corrected: false,
  primary: true,
  before: null,
};

describe('intervals', () => {
  it('puts a factor and its inverse at equal distances from no difference', () => {
    const drawing = parse(intervals([row], options));
    expect(drawing.querySelectorAll('a')).toHaveLength(0);
    const leading = parse(intervals([{ ...row, href: '#there' }], options));
    expect([...leading.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['#there']);
    expect(leading.querySelector('a')?.getAttribute('aria-label')).toContain(row.number);
    const line = drawing.querySelector('line[stroke-width="3"]');
    const [one] = [...drawing.querySelectorAll('g[stroke-width="1.5"] line')];
    const [left, right, middle] = [
      line?.getAttribute('x1'),
      line?.getAttribute('x2'),
      one?.getAttribute('x1'),
    ].map(Number);
    const point = Number(drawing.querySelector('circle')?.getAttribute('cx'));
    expect(point).toBeCloseTo(((left ?? 0) + (right ?? 0)) / 2, 1);
    expect((point - (middle ?? 0)) / ((right ?? 0) - (left ?? 0))).toBeCloseTo(0.25, 2);
  });

  it('leaves an uncorrected point hollow and fills a corrected one', () => {
    const fill = (corrected: boolean) =>
      parse(intervals([{ ...row, corrected }], options))
        .querySelector('circle')
        ?.getAttribute('fill');
    expect([fill(false), fill(true)]).toEqual(['var(--ground)', 'var(--ink)']);
  });

  it('keeps every label inside the drawing, however far the interval lies out', () => {
    const far = {
      ...row,
      label: 'a rather long label of forty-odd characters',
      number: '900',
      factor: { value: 900, lower: 400, upper: 2000 },
    };
    const text = [...parse(intervals([far], { ...options, width: 330 })).querySelectorAll('text')].find(
      (node) => node.textContent?.startsWith('a rather'),
    );
    const x = Number(/translate\(([\d.]+)/.exec(text?.getAttribute('transform') ?? '')?.[1]);
    expect(x + (far.label.length * 6.6) / 2).toBeLessThanOrEqual(332);
  });

  it('draws what is uncorrected lighter below what is corrected, with an interval and words of its own', () => {
    const both = {
      ...row,
      corrected: true,
      before: { number: '4.0 (1.0 to 32)', factor: { value: 4, lower: 1, upper: 32 } },
    };
    for (const width of [640, 330]) {
      const drawing = parse(intervals([both], { ...options, width }));
      const points = [...drawing.querySelectorAll('circle')];
      expect(points.map((point) => [point.getAttribute('fill'), point.getAttribute('stroke')])).toEqual([
        ['var(--ink)', 'var(--ink)'],
        ['var(--ground)', 'var(--muted)'],
      ]);
      const [above = 0, below = 0] = points.map((point) => Number(point.getAttribute('cy')));
      expect(below - above).toBeGreaterThan(20);
      const lines = ['3', '1.25'].map((weight) => drawing.querySelector(`line[stroke-width="${weight}"]`));
      const [corrected = 0, uncorrected = 0] = lines.map(
        (line) => Number(line?.getAttribute('x2')) - Number(line?.getAttribute('x1')),
      );
      // Factors of 16 and of 32 on a log scale.
      expect(uncorrected / corrected).toBeCloseTo(5 / 4, 2);
      const words = drawing.body.textContent;
      expect(words).toContain('corrected 2.0 (0.50 to 8.0)');
      expect(words).toContain('uncorrected 4.0 (1.0 to 32)');
    }
  });

  it('says no word of a correction where there was none', () => {
    expect(parse(intervals([row], options)).body.textContent).not.toContain('corrected');
  });

  it('leaves room for its words left of no difference, on the narrowest screen too', () => {
    const far = { ...row, factor: { value: 200, lower: 90, upper: 800 } };
    const drawing = parse(intervals([far], { ...options, width: 330 }));
    const at = Number(drawing.querySelector('g[stroke-width="1.5"] line')?.getAttribute('x1'));
    expect(at).toBeGreaterThan('no difference'.length * 6.6);
  });

  it('labels every tick', () => {
    const texts = [...parse(intervals([row], options)).querySelectorAll('text')].map(
      (node) => node.textContent,
    );
    for (const label of ['1/2', '1', '2', '4', '8']) expect(texts).toContain(label);
  });

  it('escapes what it is given', () => {
    const hostile = '"><script>alert(1)</script>';
    const drawing = String(intervals([{ ...row, label: hostile }], { ...options, alternative: hostile }));
    expect(drawing).not.toContain('<script');
    expect(parse(drawing).querySelector('svg')?.getAttribute('aria-label')).toBe(hostile);
  });
});

describe('shares', () => {
  it('draws bars in proportion on the given scale, with counts beside them', () => {
    const rows = [
      { label: 'a', tone: 'paradigm', share: 0.5, presence: 10 },
      { label: 'b', tone: 'poverty', share: 0.25, presence: 5 },
    ] as const;
    const drawing = parse(shares(rows, 1, 'said'));
    const [a, b] = [...drawing.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('width')));
    expect((a ?? 0) / (b ?? 1)).toBeCloseTo(2, 1);
    expect(drawing.querySelector('rect')?.getAttribute('fill')).toBe('var(--paradigm)');
    expect(drawing.body.textContent).toContain('50 %  10');
  });
});

describe('years', () => {
  const lines = [
    { code: 'NEP', label: 'New paradigm', look: { tone: 'paradigm', symbol: 'circle' } },
  ] as const;
  const bin = (from: number, passages: number, times: number) => ({
    from,
    label: String(from),
    passages,
    presence: { NEP: times },
  });

  it('breaks the line at a year without documents, and draws no point there', () => {
    const bins = [bin(2000, 10, 2), bin(2001, 20, 4), bin(2002, 0, 0), bin(2003, 5, 1), bin(2004, 5, 1)];
    const drawing = parse(years({ bins, lines, top: 1, step: 1, events: [], alternative: 'said' }));
    const path = [...drawing.querySelectorAll('path')].find(
      (node) => node.getAttribute('stroke') === 'var(--paradigm)' && node.getAttribute('d')?.includes('L'),
    );
    expect(path?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
    const points = [...drawing.querySelectorAll('path, circle')].filter((node) =>
      node.getAttribute('fill')?.startsWith('var(--'),
    );
    expect(points.map((node) => node.getAttribute('fill'))).toEqual([
      'var(--paradigm)',
      'var(--paradigm)',
      'var(--ground)',
      'var(--ground)',
    ]);
  });

  it('prints the number of passages under each point and marks events', () => {
    const drawing = parse(
      years({
        bins: [bin(2000, 12, 2), bin(2001, 0, 0)],
        lines,
        top: 1,
        step: 1,
        events: [2000.5],
        alternative: 'said',
      }),
    );
    const texts = [...drawing.querySelectorAll('text')].map((node) => node.textContent);
    expect(texts).toContain('12');
    expect(texts).toContain('1');
    expect(texts).not.toContain('0');
  });
});
