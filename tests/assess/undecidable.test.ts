import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Corrections, Standpoint } from '../../src/model/correction.ts';
import type { Finding } from '../../src/model/finding.ts';
import { undecidableWords } from '../../src/model/outcome.ts';
import type { Observation } from '../../src/model/profile.ts';
import { notFinite } from '../support/finite.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

/** Two voices with eight documents each, of which so many passages have a frame by the codes of people. */
const rows: readonly Observation[] = ['civil_society', 'regional_body'].flatMap((voice) =>
  Array.from({ length: 8 }, (_, at) =>
    observation({
      file: `${voice}/${at}`,
      voice,
      institution: voice,
      objectPassages: 40,
      presence: { NEP: 5 + (at % 2), DIL: 5, PE: 3, INT: 6 + (at % 3), DOM: 4 },
    }),
  ),
);

/**
 * Codes of people by code and voice, a passage more or less by document, and `unsure` passages of every document that nobody
 * can decide for a code.
 */
function corrections(
  said: Readonly<Record<string, readonly [source: number, policy: number]>>,
  unsure: Readonly<Record<string, number>>,
): Corrections {
  const of = new Map(rows.map((row) => [row.document, row]));
  const read = (has: ((code: string, at: Standpoint) => boolean) | null): Corrections => ({
    presence(document, _, code) {
      const row = of.get(document);
      const own = said[code];
      if (row === undefined || own === undefined) return null;
      // Half of the documents have one more of each, other halves for other codes.
      const number = Number(row.file.at(-1));
      const place = code === 'DIL' ? (number >> 1) % 2 : number % 2;
      const more = has?.(code, row) === true ? (unsure[code] ?? 0) : 0;
      return (row.voice === 'civil_society' ? own[0] : own[1]) + place + more;
    },
    open: () => 0,
    seen: () => 0,
    objectPassages: () => null,
    covers: (code) => code in said,
    reliability: () => ({ alpha: 0.9, lower: 0.85, upper: 0.95 }),
    twice: () => 100,
    extraction: () => null,
    documents: null,
    coded: () => ({ passages: 150, nonHits: 50, isSimulated: false }),
    undecidable: {
      count: (codes) => 16 * Math.max(0, ...codes.map((code) => unsure[code] ?? 0)),
      as: (chosen) => read(chosen),
    },
  });
  return read(null);
}

function on(id: string, codes: Corrections): Finding {
  const found = assess(rows, dilution, plainStudy, codes).find(
    ({ hypothesis, role }) => hypothesis === id && role === 'primary',
  );
  if (found === undefined) throw new Error(`no finding on ${id}`);
  return found;
}

/** The balance of a side as eight documents of these counts give it. */
const balance = (a: number, b: number) => Math.log((8 * a + 4 + 0.5) / (8 * b + 4 + 0.5));

describe('what nobody can decide', () => {
  const clear = { NEP: [12, 3], DIL: [3, 12], PE: [2, 8] } as const;

  it('leaves a verdict that stands whichever way it is counted, and tells both', () => {
    const found = on('H1', corrections(clear, { DIL: 1 }));
    expect(found).toMatchObject({ verdict: 'SUPPORTED_SUBSTANTIAL', undecidable: { items: 16 } });
    // Against the claim: one more of the add-on in each document of the movements, none in those of policy.
    expect(found.undecidable?.against.estimate?.value).toBeCloseTo(balance(12, 4) - balance(3, 12), 10);
    expect(found.undecidable?.favour.estimate?.value).toBeCloseTo(balance(12, 3) - balance(3, 13), 10);
    expect(found.estimate?.value).toBeCloseTo(balance(12, 3) - balance(3, 12), 10);
    expect(undecidableWords(found)).toMatch(
      /^the 16 coded items that nobody can decide are left out; counted against/,
    );
    expect(found.tests.claimed).toBeGreaterThanOrEqual(on('H1', corrections(clear, {})).tests.claimed ?? 1);
  });

  it('leaves open what would be judged otherwise, in either direction', () => {
    const found = on('H1', corrections(clear, { DIL: 60, NEP: 30 }));
    expect(found).toMatchObject({
      verdict: 'INCONCLUSIVE',
      reasons: ['undecidable_codings'],
      intervalVerdict: 'INCONCLUSIVE',
      tests: { claimedAdjusted: 1 },
    });
    const alike = { NEP: [30, 30], DIL: [30, 30], PE: [15, 15] } as const;
    expect(on('H1', corrections(alike, {}))).toMatchObject({ verdict: 'CONTRADICTED_NEGLIGIBLE' });
    expect(on('H1', corrections(alike, { NEP: 60 }))).toMatchObject({
      verdict: 'INCONCLUSIVE',
      reasons: ['undecidable_codings'],
    });
  });

  it('says nothing of hypotheses whose codes are all decided', () => {
    const codes = { ...clear, INT: [4, 20], DOM: [9, 1] } as const;
    const found = on('H10', corrections(codes, { DIL: 60 }));
    const { estimate, verdict } = on('H10', corrections(codes, {}));
    expect(found).toMatchObject({ estimate, verdict });
    expect(found.undecidable).toBeNull();
    expect(undecidableWords(found)).toBeNull();
  });

  it('counts for a share on the side of its threshold, and for a contrast of the other side too', () => {
    const codes = { INT: [4, 20], DOM: [9, 1] } as const;
    const share = on('H2a', corrections(codes, { INT: 2 }));
    if (share.kind !== 'threshold') throw new Error('expected a threshold');
    expect(share.undecidable?.favour.share?.value).toBeGreaterThan(share.share?.value ?? 1);
    expect(share.undecidable?.against.share?.value).toBeCloseTo(share.share?.value ?? -1, 12);
    const dom = on('H10', corrections(codes, { DOM: 1 }));
    expect(dom.undecidable?.against.estimate?.value).toBeLessThan(dom.estimate?.value ?? -9);
    expect(dom.undecidable?.favour.estimate?.value).toBeGreaterThan(dom.estimate?.value ?? 9);
  });

  it('never turns a verdict into another one, or gives NaN or infinity', () => {
    const count = fc.tuple(fc.nat(15), fc.nat(15));
    fc.assert(
      fc.property(count, count, fc.nat(20), fc.nat(20), (NEP, DIL, one, other) => {
        const said = { NEP, DIL, PE: DIL };
        const found = on('H1', corrections(said, { NEP: one, DIL: other }));
        const without = on('H1', corrections(said, {}));
        const classOf = ({ verdict }: Finding) => verdict.split('_')[0];
        expect([classOf(without), 'INCONCLUSIVE']).toContain(classOf(found));
        expect(found.estimate).toEqual(without.estimate);
        expect(notFinite(found)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
