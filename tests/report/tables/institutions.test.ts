import { describe, expect, it } from 'vitest';
import { institutionsTable } from '../../../src/report/tables/institutions.ts';
import { assessed } from '../../support/assessed.ts';
import { records } from '../reading.ts';

const findings = assessed();
const rows = records([...institutionsTable(findings).content].join(''));
const of = (hypothesis: string) => rows.filter((row) => row['hypothesis'] === hypothesis);

describe('the table of institutions', () => {
  it('has each share of a threshold as it is', () => {
    for (const finding of findings) {
      if (finding.kind !== 'threshold') continue;
      const own = of(finding.hypothesis);
      expect(own.map((row) => row['institution'])).toEqual(
        finding.parts.map(({ institution }) => institution),
      );
      for (const [at, { a, b, share }] of finding.parts.entries()) {
        expect([Number(own[at]?.['of_kind']), Number(own[at]?.['of_all'])]).toEqual([a, a + b]);
        expect(own[at]?.['value']).toBe(share === null ? '' : String(Number(share.value.toPrecision(10))));
      }
    }
  });

  it('has a row for every number of an order, a pair or a description, and none for a contrast', () => {
    for (const finding of findings) {
      const number = of(finding.hypothesis).length;
      if (finding.kind === 'minimum' || finding.kind === 'paired')
        expect(number).toBe(finding.figures.length + finding.contrasts.length);
      if (finding.kind === 'diversity' || finding.kind === 'activities')
        expect(number).toBe(finding.rows.length * finding.columns.length);
      if (finding.kind === 'contrast' || finding.kind === 'overall') expect(number).toBe(0);
    }
    expect(of('H11').length).toBeGreaterThan(0);
  });
});
