import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { cellsOf, measured } from '../../src/assess/measure.ts';
import type { Corrections, DocumentCorrections, SaidOfDocument } from '../../src/model/correction.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Observation } from '../../src/model/profile.ts';
import { effectiveNumber } from '../../src/stats/kish.ts';
import { wilson } from '../../src/stats/proportion.ts';
import { notFinite } from '../support/finite.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

type Saying = Readonly<Record<string, SaidOfDocument>>;

function codings(
  rows: readonly Observation[],
  said: Saying,
  {
    lower = 0.8,
    passages = 40,
    isAll = false,
  }: { lower?: number | null; passages?: number; isAll?: boolean } = {},
): Corrections {
  const fileOf = new Map(rows.map(({ document, file }) => [document, file]));
  const documents: DocumentCorrections = {
    said: (document) => said[fileOf.get(document) ?? ''] ?? null,
    covers: () => true,
    open: () => 0,
    reliability: () => (lower === null ? null : { alpha: 0.85, lower, upper: 0.9 }),
    twice: () => (lower === null ? 0 : passages),
    coded: () => ({ passages, nonHits: passages / 2, isSimulated: false, isAll, areAllNonHits: isAll }),
  };
  return {
    presence: () => null,
    seen: () => 0,
    open: () => 0,
    objectPassages: () => null,
    covers: () => false,
    reliability: () => null,
    twice: () => 0,
    extraction: () => null,
    coded: () => ({ passages: 0, nonHits: 0, isSimulated: false }),
    documents,
  };
}

function on(rows: readonly Observation[], id: string, corrections: Corrections | null): Finding {
  const found = assess(rows, dilution, plainStudy, corrections).find(({ hypothesis }) => hypothesis === id);
  if (found === undefined) throw new Error(`no finding on ${id}`);
  return found;
}

describe('documents that people coded whole', () => {
  const rows = ['civil_society', 'regional_body'].flatMap((voice) =>
    Array.from({ length: 30 }, (_, at) =>
      observation({
        file: `${voice}/${at}`,
        voice,
        institution: voice,
        objectPassages: 3,
        presence: { DEF: at % 3 === 0 ? 1 : 0 },
      }),
    ),
  );
  /** Every second document was coded; people find twice as many definitions in movements. */
  const said: Saying = Object.fromEntries(
    rows.flatMap(({ file, voice }, at) => {
      const truth = voice === 'civil_society' ? at % 3 !== 1 : at % 15 === 0;
      const one = { truth: truth ? 1 : 0, about: 1, probability: 0.5 } as const;
      return at % 2 === 0 ? [[file, one] as const] : [];
    }),
  );

  it('correct how many documents define what they speak of, beside the uncorrected odds', () => {
    const found = on(rows, 'H7', codings(rows, said));
    const sums = (voice: string) => {
      let a = 0;
      for (const { file, presence } of rows.filter((row) => row.voice === voice)) {
        const g = presence['DEF'] ?? 0;
        const one = said[file];
        a += one === undefined ? g : g + (one.truth - g) / one.probability;
      }
      return Math.log((a + 0.5) / (30 - a + 0.5));
    };
    expect(found.estimate?.value).toBeCloseTo(sums('civil_society') - sums('regional_body'), 10);
    expect(found.corrected).toBe(true);
    expect(found.uncorrected?.value).toBeCloseTo(on(rows, 'H7', null).estimate?.value ?? Number.NaN, 12);
    expect(found.gates.find(({ gate }) => gate === 'validation')).toMatchObject({
      passed: true,
      expected: '30 documents coded whole a side, 10 of them without a hit, or all that there are',
    });
  });

  it('stay within what gates allow', () => {
    expect(on(rows, 'H7', codings(rows, said, { lower: 0.5 }))).toMatchObject({
      reasons: ['unreliable_codings', 'interval_includes_zero'],
    });
    const few = on(rows, 'H7', codings(rows, said, { passages: 12 }));
    expect(few).toMatchObject({ verdict: 'INCONCLUSIVE', corrected: false });
    expect(few.estimate).toEqual(on(rows, 'H7', null).estimate);
    expect(on(rows, 'H7', codings(rows, said, { passages: 12, isAll: true }))).toMatchObject({
      corrected: true,
    });
    expect(on(rows, 'H1', codings(rows, said))).toEqual(on(rows, 'H1', null));
  });

  it('decide nothing where one person coded them', () => {
    const lone = on(rows, 'H7', codings(rows, said, { lower: null }));
    expect(lone).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['agreement_unknown'], estimate: null });
    expect(lone.gates.find(({ gate }) => gate === 'reliability')?.found).toBe(
      'none: a second coder must code 16 of the 80 coded documents',
    );
  });

  it('are right on average over all draws, whatever the program finds', () => {
    const bit = fc.constantFrom(0 as const, 1 as const);
    const document = fc.record({ program: bit, truth: bit, about: bit, object: bit });
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 1, max: 6 }),
        (some, of) => {
          const drawn = Math.min(of, some.length);
          const all = some.map(({ program, object }, at) =>
            observation({
              file: `d${at}`,
              objectPassages: object,
              presence: { DEF: object === 1 ? program : 0 },
            }),
          );
          const of7 = measured('H7', { count: 'documents', of: 'DEF' }, plainStudy.poles);
          let [a, b, draws] = [0, 0, 0];
          for (let mask = 0; mask < 2 ** some.length; mask++) {
            const chosen = some.flatMap((one, at) => ((mask >> at) & 1 ? [[one, at] as const] : []));
            if (chosen.length !== drawn) continue;
            draws++;
            const told = Object.fromEntries(
              chosen.map(([{ truth, about }, at]) => [
                `d${at}`,
                { truth: about === 1 ? truth : (0 as const), about, probability: drawn / some.length },
              ]),
            );
            const cells = cellsOf(of7, codings(all, told));
            for (const row of all) for (const cell of cells([row])) [a, b] = [a + cell.a, b + cell.b];
          }
          const kinds = some.filter(({ truth, about }) => about === 1 && truth === 1).length;
          const others = some.filter(({ truth, about }) => about === 1 && truth === 0).length;
          expect(a / draws).toBeCloseTo(kinds, 9);
          expect(b / draws).toBeCloseTo(others, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give finite numbers and coded reasons alone', () => {
    const probability = fc.constantFrom(0.05, 0.5, 1);
    const one = fc.record({
      truth: fc.constantFrom(0 as const, 1 as const),
      about: fc.constantFrom(0 as const, 1 as const),
      probability,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...rows.map(({ file }) => file)), one), (saying) => {
        const found = on(rows, 'H7', codings(rows, saying));
        expect(notFinite(found)).toEqual([]);
        if (found.verdict === 'NOT_TESTABLE') expect(found.reasons).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('documents of the main projects that people coded whole', () => {
  const rows = Array.from({ length: 200 }, (_, at) =>
    observation({
      file: `COSIPLAN/${at}`,
      voice: 'regional_body',
      institution: 'COSIPLAN',
      portrait: { substantive: at < 20 ? 1 : 0 },
    }),
  );

  it('have the share that people find, as uncertain as the documents that they coded', () => {
    // Of ten in a hundred that the program finds all were coded and none is right; of the others a third.
    const said: Saying = Object.fromEntries(
      rows.flatMap(({ file }, at) => {
        if (at < 20) return [[file, { truth: 0, about: 1, probability: 1 } as const]];
        return at % 3 === 0
          ? [[file, { truth: at === 30 ? 1 : 0, about: 1, probability: 1 / 3 } as const]]
          : [];
      }),
    );
    const found = on(rows, 'H2b', codings(rows, said, { passages: 80 }));
    if (found.kind !== 'threshold') throw new Error('expected a threshold');
    const number = effectiveNumber(Object.values(said).map(({ probability }) => 1 / probability));
    expect(found.share?.value).toBeCloseTo(3 / 200, 10);
    expect(found.share?.n).toBeCloseTo(number, 10);
    expect(found.share?.upper).toBeCloseTo(wilson((3 / 200) * number, number)?.upper ?? 1, 10);
    expect(found.uncorrectedShare).toMatchObject({ x: 20, n: 200 });
    expect(found).toMatchObject({ corrected: true });
    expect(found.gates.map(({ gate }) => gate)).toEqual(['documents', 'reliability', 'validation']);
  });

  it('leave the count of the program where too few were coded', () => {
    const said: Saying = { 'COSIPLAN/0': { truth: 0, about: 1, probability: 0.1 } };
    const found = on(rows, 'H2b', codings(rows, said, { passages: 12 }));
    expect(found).toMatchObject({
      corrected: false,
      share: { x: 20, n: 200 },
      uncorrectedShare: null,
      parts: [{ institution: 'COSIPLAN', a: 20, b: 180 }],
    });
  });

  it('are counted as they are where all were coded', () => {
    const said: Saying = Object.fromEntries(
      rows.map(({ file }, at) => [file, { truth: at < 2 ? 1 : 0, about: 1, probability: 1 }]),
    );
    const found = on(rows, 'H2b', codings(rows, said, { isAll: true }));
    expect(found).toMatchObject({ corrected: true, share: { x: 2, n: 200 }, intervalVerdict: 'SUPPORTED' });
    expect(notFinite(found)).toEqual([]);
  });

  it('are as the program counts them where nobody coded one', () => {
    const found = on(rows, 'H2b', codings(rows, {}));
    expect(found).toMatchObject({ verdict: 'NOT_TESTABLE' });
    expect(found.reasons).toHaveLength(1);
    expect(on(rows, 'H2b', null)).toMatchObject({ uncorrectedShare: null, share: { x: 20, n: 200 } });
  });
});
