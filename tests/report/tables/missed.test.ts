import { describe, expect, it } from 'vitest';
import { missedTable } from '../../../src/report/tables/missed.ts';
import { assessed } from '../../support/assessed.ts';
import { records } from '../reading.ts';

describe('the table of missed integration', () => {
  it('has a row for each kind of body, with what people saw only where they looked', () => {
    const findings = assessed().map((finding) =>
      finding.kind === 'threshold' && finding.hypothesis === 'H2b'
        ? {
            ...finding,
            asymmetry: {
              object: {
                documents: 8,
                naming: { value: 0.25, lower: 0.07, upper: 0.59, x: 2, n: 8 },
                most: null,
                coded: 5,
                parts: { request: 1, proposal: 0, participation: 2 },
              },
              projects: { documents: 10, naming: null, most: 0.3, coded: 0, parts: {} },
              value: 1.5,
            },
          }
        : finding,
    );
    const rows = records([...missedTable(findings).content].join(''));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      hypothesis: 'H2b',
      bodies: 'object',
      documents: '8',
      naming: '2',
      share: '0.25',
      coded: '5',
      requests: '1',
      proposals: '0',
      participations: '2',
      difference: '1.5',
    });
    expect(rows[1]).toMatchObject({ bodies: 'projects', naming: '', most: '0.3', coded: '0', requests: '' });
  });
});
