import { describe, expect, it } from 'vitest';
import { waysTable } from '../../../src/report/tables/ways.ts';
import { assessed } from '../../support/assessed.ts';
import { records } from '../reading.ts';

describe('the table of ways', () => {
  it('has every part of every way with its own verdict', () => {
    const findings = assessed();
    const rows = records([...waysTable(findings).content].join(''));
    expect(new Set(rows.map((row) => row['way'])).size).toBeGreaterThan(1);
    for (const row of rows) {
      const own = findings.find(
        ({ hypothesis, role }) => hypothesis === row['hypothesis'] && role === 'primary',
      );
      expect(row['verdict']).toBe(own?.verdict);
    }
  });
});
