import { describe, expect, it } from 'vitest';
import { planted } from '../../src/assess/planted.ts';
import { balances } from '../support/balances.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

/** Six documents a side; the lexicon misses every second new-paradigm passage of policy texts. */
const corpus = (share: number) =>
  ['civil_society', 'regional_body'].flatMap((voice) =>
    [8, 6, 10, 4, 12, 8].map((count, at) =>
      observation({
        file: `${voice}/${at}`,
        voice,
        institution: voice,
        presence: { NEP: voice === 'regional_body' ? count * share : count, DIL: 5 + (at % 3), PE: 3 },
      }),
    ),
  );

describe('planted truth', () => {
  const recovered = balances(corpus(0.5), dilution, plainStudy);

  it('stands beside what was recovered, by the same estimator', () => {
    const rows = planted(corpus(1), recovered, dilution, plainStudy);
    expect(rows.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual([
      'NEP/DIL',
      'NEP/PE',
    ]);
    expect(rows[0]?.planted).toBeCloseTo(0, 12);
    expect(rows[0]?.recovered).toBeCloseTo(Math.log(48.5 / 24.5), 12);
    expect(rows.map((row) => row.recovered)).toEqual(recovered.map(({ estimate }) => estimate?.value));
    expect(rows.map((row) => row.uncorrected)).toEqual(rows.map(() => null));
  });

  it('keeps the uncorrected number where codings corrected the recovered one', () => {
    const raw = recovered[1]?.estimate ?? null;
    const corrected = recovered.map((finding) => ({ ...finding, corrected: true, uncorrected: raw }));
    const [row] = planted(corpus(1), corrected, dilution, plainStudy);
    expect(row).toMatchObject({ recovered: recovered[0]?.estimate?.value, uncorrected: raw?.value });
  });

  it('is null where nothing can be computed or was recovered', () => {
    expect(planted([], recovered, dilution, plainStudy)[0]).toMatchObject({ planted: null });
    expect(planted(corpus(1), [], dilution, plainStudy)[0]).toMatchObject({ recovered: null });
    const other = recovered.map((finding) => ({ ...finding, claim: 'another' }));
    expect(planted(corpus(1), other, dilution, plainStudy)[0]).toMatchObject({ recovered: null });
  });
});
