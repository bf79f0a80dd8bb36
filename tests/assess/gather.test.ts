import { describe, expect, it } from 'vitest';
import { gather, stratumName, stratumOf } from '../../src/assess/gather.ts';
import { observation } from '../support/observation.ts';

const ratio = { numerator: 'NEP', denominator: 'DIL' };

describe('gather', () => {
  it('sorts institutions by name and documents by file, and hears only the voices asked for', () => {
    const rows = [
      observation({ file: 'b', institution: 'Z', presence: { NEP: 1 } }),
      observation({ file: 'a', institution: 'Z', presence: { NEP: 2 } }),
      observation({ file: 'c', institution: null, presence: { NEP: 3 } }),
      observation({ file: 'd', voice: 'donor', presence: { NEP: 4 } }),
      observation({ file: 'e', voice: null, presence: { NEP: 5 } }),
    ];
    const speakers = gather(rows, ['civil_society'], ratio);
    expect(speakers.map(({ institution }) => institution)).toEqual(['(none)', 'Z']);
    expect(speakers[1]?.clusters.map(({ cells }) => cells[0]?.a)).toEqual([2, 1]);
    expect(gather(rows, ['donor', 'civil_society'], ratio)).toHaveLength(3);
  });

  it('keeps the strata of a document apart and its languages in one cluster', () => {
    const rows = [
      observation({ file: 'a', language: 'pt', presence: { NEP: 1, DIL: 2 } }),
      observation({ file: 'a', language: 'es', presence: { DIL: 3 } }),
      observation({ file: 'a', language: 'en', objectPassages: 9 }),
    ];
    expect(gather(rows, ['civil_society'], ratio)).toEqual([
      {
        institution: 'Red',
        documents: 1,
        passages: 15,
        clusters: [
          {
            kind: null,
            cells: [
              { stratum: 'es 2005-2009', a: 0, b: 3, framed: 3 },
              { stratum: 'pt 2005-2009', a: 1, b: 2, framed: 3 },
            ],
          },
        ],
      },
    ]);
  });

  it('never counts more framed passages than there are passages about the object', () => {
    const framed = (objectPassages: number, NEP: number, DIL: number) =>
      gather(
        [observation({ file: 'a', objectPassages, presence: { NEP, DIL } })],
        ['civil_society'],
        ratio,
      )[0]?.clusters[0]?.cells[0]?.framed;
    expect(framed(10, 4, 5)).toBe(9);
    expect(framed(6, 4, 5)).toBe(6);
    expect(framed(0, 4, 5)).toBe(5);
  });

  it('gives the same of what can only be gone through, and shares what documents have in common', () => {
    const rows = [
      observation({ file: 'a', language: 'es', presence: { NEP: 1 } }),
      observation({ file: 'a', language: 'pt', presence: { DIL: 2 } }),
      observation({ file: 'b', institution: 'Z', presence: { NEP: 3 } }),
      observation({ file: 'c', language: 'es', presence: { NEP: 1 } }),
      observation({ file: 'd', language: 'es', presence: { NEP: 1 } }),
    ];
    const stream: Iterable<(typeof rows)[number]> = { [Symbol.iterator]: () => rows.values() };
    const speakers = gather(stream, ['civil_society'], ratio);
    expect(speakers).toEqual(gather(rows.toReversed(), ['civil_society'], ratio));
    expect(speakers[0]?.documents).toBe(3);
    expect(speakers[0]?.clusters[1]).toBe(speakers[0]?.clusters[2]);
    expect(speakers[0]?.clusters[0]).not.toEqual(speakers[0]?.clusters[1]);
  });

  it('forms no cluster of a document without a frame', () => {
    const [speaker] = gather([observation({ file: 'a', objectPassages: 4 })], ['civil_society'], ratio);
    expect(speaker).toEqual({ institution: 'Red', documents: 1, passages: 4, clusters: [] });
  });
});

describe('stratum', () => {
  it('is a name that can be turned round', () => {
    for (const key of [
      { language: 'es', period: '2005-2009' },
      { language: 'und', period: 'undated' },
    ]) {
      expect(stratumOf(stratumName(key))).toEqual(key);
    }
  });
});
