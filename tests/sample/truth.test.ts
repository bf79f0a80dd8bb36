import { describe, expect, it } from 'vitest';
import { institutionOf, readTruth, type Truth, voiceOf } from './corpus.ts';

const truth = readTruth();
const has = (row: Truth, ...codes: readonly string[]) =>
  row.frames.split(' ').some((code) => codes.includes(code));
const framed = truth.filter((row) => row.frames !== '');
const share = (rows: readonly Truth[], which: (row: Truth) => boolean) =>
  rows.filter(which).length / rows.length;

/** Mean over a side's institutions of ln((A + 1/2) / (B + 1/2)), written out from the protocol. */
function theta(side: string, rows: readonly Truth[]): number {
  const own = Map.groupBy(
    rows.filter((row) => voiceOf(row.file) === side),
    (row) => institutionOf(row.file),
  );
  const balances = [...own.values()].map((passages) => {
    const a = passages.filter((row) => has(row, 'NEP')).length;
    const b = passages.filter((row) => has(row, 'PE', 'ADD')).length;
    return Math.log((a + 0.5) / (b + 0.5));
  });
  return balances.reduce((sum, one) => sum + one, 0) / balances.length;
}

describe('the planted truth', () => {
  it('numbers the passages of a file from 1 and can be found again by their start', () => {
    for (const [file, rows] of Map.groupBy(truth, (row) => row.file)) {
      expect(
        rows.map((row) => row.passage),
        file,
      ).toEqual(rows.map((_, i) => i + 1));
      expect(new Set(rows.map((row) => row.start)).size, file).toBe(rows.length);
    }
  });

  it('says who carries out and pays in two passages of every programme, and few others', () => {
    for (const [file, rows] of Map.groupBy(truth, (row) => row.file)) {
      const last = file.includes('_programme_') ? rows.slice(-2) : [];
      for (const { named } of last)
        expect(named, file).toMatch(/^channel:(social|economic) .*money:(public|donor|own)/);
      for (const { named, frames } of rows.filter((row) => !last.includes(row) && row.named !== '')) {
        expect(['channel:other', 'channel:economic']).toContain(named);
        expect(frames).toMatch(/SOC|ECON/);
      }
    }
  });

  it('plants frames in object passages only, and says how each is expressed', () => {
    for (const row of truth) {
      if (row.frames !== '') expect(row).toMatchObject({ object: '1', decoy: '0' });
      expect(row.expressed === 'none').toBe(row.frames === '');
      if (row.decoy === '1') expect(row).toMatchObject({ object: '1', frames: '' });
    }
  });

  it('plants a dilution of about six', () => {
    const factor = Math.exp(theta('civil_society', truth) - theta('regional_body', truth));
    expect(factor).toBeGreaterThan(5);
    expect(factor).toBeLessThan(7);
    expect(factor.toFixed(1)).toBe('6.3');
  });

  it('makes what terms alone show visibly larger', () => {
    const said = truth.filter((row) => row.expressed === 'term');
    const factor = Math.exp(theta('civil_society', said) - theta('regional_body', said));
    expect(factor).toBeGreaterThan(7.5);
  });

  it('says a fifth to a quarter of the framed passages in other words, more of the paradigm in regional bodies', () => {
    const unsaid = (row: Truth) => row.expressed === 'paraphrase';
    expect(share(framed, unsaid)).toBeGreaterThan(0.2);
    expect(share(framed, unsaid)).toBeLessThan(0.25);
    const paradigm = (side: string) => framed.filter((row) => has(row, 'NEP') && voiceOf(row.file) === side);
    expect(share(paradigm('civil_society'), unsaid)).toBeCloseTo(0.17, 2);
    expect(share(paradigm('regional_body'), unsaid)).toBeCloseTo(0.43, 2);
    const diluted = (side: string) =>
      framed.filter((row) => has(row, 'PE', 'ADD') && voiceOf(row.file) === side);
    expect(
      Math.abs(share(diluted('civil_society'), unsaid) - share(diluted('regional_body'), unsaid)),
    ).toBeLessThan(0.1);
  });

  it('has decoys, passages without frame and passages without object', () => {
    expect(share(truth, (row) => row.decoy === '1')).toBeGreaterThan(0.05);
    expect(share(truth, (row) => row.decoy === '1')).toBeLessThan(0.08);
    expect(share(truth, (row) => row.object === '0')).toBeGreaterThan(0.07);
    expect(
      share(truth, (row) => row.object === '1' && row.frames === '' && row.decoy === '0'),
    ).toBeGreaterThan(0.1);
    expect(framed.filter((row) => row.frames.includes(' ')).length).toBeGreaterThan(20);
  });
});
