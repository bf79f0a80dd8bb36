import { describe, expect, it } from 'vitest';
import { report } from '../../../src/report/report.ts';
import { buildResults } from '../../support/results.ts';
import { records, textOf } from '../reading.ts';

describe('words.csv', () => {
  const results = buildResults();
  const files = report(results);
  const rows = records(textOf(files, 'tables/words.csv'));

  it('has every compared word of every language, none pooled', () => {
    const compared = results.distinctive.reduce((sum, { found }) => sum + found.length, 0);
    expect(rows.length).toBe(compared);
    expect(compared).toBeGreaterThan(20);
    const keys = rows.map((row) => `${row['language']} ${row['stem']}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows z of three priors and where the strongest stand', () => {
    const [first] = rows;
    for (const name of ['z_100', 'z_500', 'z_2000', 'g2', 'p_adjusted', 'log_ratio']) {
      expect(Number.isFinite(Number(first?.[name]))).toBe(true);
      expect(first?.[name]).not.toBe('');
    }
    expect(first?.['hit']).not.toBe('');
    expect(first?.['passage']).toMatch(/^[0-9a-f]{16}-[0-9a-f]{12}$/);
  });

  it('is drawn a language a panel, with every word in the alternative', () => {
    const page = textOf(files, 'report.html');
    const section = page.slice(page.indexOf('<section id="words">'), page.indexOf('<section id="profiles">'));
    const drawn = results.distinctive.filter(({ found }) => found.length > 0);
    expect(section.match(/<svg role="img"/g)).toHaveLength(drawn.length);
    for (const { found } of drawn) expect(section).toContain(`${found[0]?.word}: z `);
  });
});
