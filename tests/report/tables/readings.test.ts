import { describe, expect, it } from 'vitest';
import { readingsTable } from '../../../src/report/tables/readings.ts';
import { assessed } from '../../support/assessed.ts';
import { records } from '../reading.ts';

const findings = assessed();
const rows = records([...readingsTable(findings).content].join(''));

describe('the table of readings', () => {
  it('has a row for every threshold of the band and every reading of who counts', () => {
    const thresholds = findings.filter((finding) => finding.kind === 'threshold');
    const band = thresholds.flatMap((finding) =>
      finding.band.map((one) => [finding.hypothesis, String(one.threshold), one.verdict]),
    );
    const actors = thresholds.flatMap((finding) =>
      finding.variants.map((one) => [
        finding.hypothesis,
        one.id,
        String(one.share?.n ?? ''),
        one.verdict ?? '',
      ]),
    );
    expect(band.length).toBeGreaterThan(0);
    expect(actors.length).toBeGreaterThan(0);
    const of = (reading: string) => rows.filter((row) => row['reading'] === reading);
    expect(
      of('threshold').map((row) => [row['hypothesis'], row['threshold'], row['interval_verdict']]),
    ).toEqual(band);
    expect(
      of('actors').map((row) => [row['hypothesis'], row['id'], row['of_all'], row['interval_verdict']]),
    ).toEqual(actors);
  });

  it('has a row for every contrast at other smallest effects', () => {
    const contrasts = findings.filter((finding) => 'otherEffects' in finding);
    const told = rows.filter((row) => row['reading'] === 'smallest_effect');
    expect(told.map((row) => [row['hypothesis'], row['interval_verdict']])).toEqual(
      contrasts.flatMap(({ hypothesis, otherEffects }) =>
        otherEffects.map(({ verdict }) => [hypothesis, verdict]),
      ),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.slice(0, 3).map((row) => Math.exp(Number(row['smallest_effect'])).toFixed(2))).toEqual([
      '1.25',
      '1.50',
      '2.00',
    ]);
  });
});
