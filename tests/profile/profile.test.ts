import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupings } from '../../src/model/profile.ts';
import { profile } from '../../src/profile/profile.ts';
import { observation } from '../support/observation.ts';

const rows = [
  observation({ file: 'b.pdf', language: 'pt', objectPassages: 4, presence: { NEP: 1, DIL: 3 } }),
  observation({ file: 'b.pdf', language: 'es', objectPassages: 6, presence: { NEP: 2 } }),
  observation({ file: 'a.pdf', institution: null, voice: null, objectPassages: 0 }),
];

describe('profile', () => {
  it('adds up the languages of a document and counts it once', () => {
    expect(profile(rows, 'institution', ['NEP', 'DIL'])).toEqual([
      {
        by: 'institution',
        key: '(none)',
        documents: 1,
        passages: 2,
        objectPassages: 0,
        words: 200,
        frames: [
          { code: 'NEP', presence: 0, share: null, hits: 0, rate: 0 },
          { code: 'DIL', presence: 0, share: null, hits: 0, rate: 0 },
        ],
      },
      {
        by: 'institution',
        key: 'Red',
        documents: 1,
        passages: 14,
        objectPassages: 10,
        words: 1400,
        frames: [
          { code: 'NEP', presence: 3, share: 0.3, hits: 3, rate: (3 / 1400) * 1000 },
          { code: 'DIL', presence: 3, share: 0.3, hits: 3, rate: (3 / 1400) * 1000 },
        ],
      },
    ]);
  });

  it('groups by document, voice, period and language too, sorted by key', () => {
    const keys = (by: (typeof groupings)[number]) => profile(rows, by, []).map(({ key }) => key);
    expect(keys('document')).toEqual(['a.pdf', 'b.pdf']);
    expect(keys('voice')).toEqual(['(none)', 'civil_society']);
    expect(keys('period')).toEqual(['2005-2009']);
    expect(keys('language')).toEqual(['es', 'pt']);
  });

  it('has no rate where there are no words', () => {
    const wordless = { ...observation({ file: 'x', presence: { NEP: 1 } }), words: 0 };
    expect(profile([wordless], 'document', ['NEP'])[0]?.frames[0]?.rate).toBeNull();
  });

  it('loses nothing and shares stay between 0 and 1, whatever the grouping and the order', () => {
    const any = fc
      .record({
        file: fc.constantFrom('a', 'b', 'c', 'd'),
        institution: fc.constantFrom(null, 'X', 'Y'),
        language: fc.constantFrom('es' as const, 'pt' as const),
        objectPassages: fc.integer({ min: 0, max: 9 }),
        framed: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ framed, ...said }) =>
        observation({ ...said, presence: { NEP: Math.min(framed, said.objectPassages) } }),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.constantFrom(...groupings), (observations, by) => {
        const profiles = profile(observations, by, ['NEP']);
        expect(profile(observations.toReversed(), by, ['NEP'])).toEqual(profiles);
        const total = profiles.reduce((sum, one) => sum + one.objectPassages, 0);
        expect(total).toBe(observations.reduce((sum, one) => sum + one.objectPassages, 0));
        for (const { frames, documents } of profiles) {
          expect(documents).toBeGreaterThan(0);
          for (const { share } of frames) {
            if (share === null) continue;
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
