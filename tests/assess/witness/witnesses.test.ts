import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { type CodedAs, mostWitnesses, witnesses } from '../../../src/assess/witness/witnesses.ts';
import { Claim } from '../../../src/model/claim.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { type HeardPart, heard } from '../../support/heard.ts';
import { plainStudy } from '../../support/study.ts';

const measured = [
  { code: 'NEP', label: '', definition: '', categories: ['p/new'] },
  { code: 'DIL', label: '', definition: '', categories: ['p/add'] },
  { code: 'SSE', label: '', definition: '', categories: ['o/sse'] },
];
const setting = { measured, object: 'SSE', above: () => [] };

function claimOf(hypothesis: object): Claim {
  return Claim.parse({
    id: 'c',
    title: 't',
    statement: 's',
    source: 's',
    institutions: { one: ['Réd  Óne'] },
    hypotheses: [
      { id: 'H1', title: 't', anchor: 'a', unit: 'u', having: 'h', falsifier: 'f', ...hypothesis },
    ],
  });
}

function chosen(
  hypothesis: object,
  parts: readonly HeardPart[],
  codedAs?: CodedAs,
  reasons?: Finding['reasons'],
) {
  const claim = claimOf(hypothesis);
  const findings = assess([], claim, plainStudy).map((one) => (reasons ? { ...one, reasons } : one));
  return witnesses(parts.map(heard), [claim], findings, plainStudy, setting, codedAs);
}

const balance = {
  measure: { count: 'passages', of: 'claimed', against: 'diluted' },
  comparison: { by: 'contrast', more: 'source' },
};
const said = (category: string, start = 0) => ({ category, start });

describe('witnesses that people have coded', () => {
  const parts: readonly HeardPart[] = [
    { file: 'a', voice: 'civil_society', tags: [said('p/new'), said('o/sse', 40)] },
    { file: 'b', voice: 'civil_society', tags: [said('p/new'), said('o/sse', 40)] },
    { file: 'c', voice: 'regional_body', tags: [said('o/sse')] },
    { file: 'd', voice: 'regional_body', tags: [said('o/sse')] },
  ];
  const [a = '', , , d = ''] = parts.map((part) => heard(part).item.passage.id);
  const filesOf = (found: ReturnType<typeof chosen>) =>
    found.map(({ tells, item }) => `${tells} ${item.file}`);

  it('leave out what coders reject, and silence in which they saw the frame', () => {
    expect(filesOf(chosen(balance, parts))).toEqual(['for a', 'for b']);
    const rejected: CodedAs = (passage, code) => (passage === a && code === 'NEP' ? 0 : null);
    expect(filesOf(chosen(balance, parts, rejected))).toEqual(['for b']);
    const confirmed: CodedAs = (_, code) => (code === 'NEP' ? 1 : null);
    expect(filesOf(chosen(balance, parts, confirmed))).toEqual(['for a', 'for b']);
    const alone = {
      measure: { count: 'passages', of: 'NEP' },
      comparison: { by: 'threshold', on: 'policy', above: 0.1 },
    };
    expect(filesOf(chosen(alone, parts))).toEqual(['against c', 'against d']);
    const seen: CodedAs = (passage, code) => (passage === d && code === 'NEP' ? 1 : null);
    expect(filesOf(chosen(alone, parts, seen))).toEqual(['against c']);
  });

  it('are none where nothing was counted', () => {
    expect(chosen(balance, parts, undefined, ['nothing_counted'])).toEqual([]);
  });
});

describe('witnesses of a contrast', () => {
  it('speak for it on one side and against it on the other', () => {
    const found = chosen(balance, [
      { file: 'a', voice: 'civil_society', tags: [said('p/new')] },
      { file: 'b', voice: 'civil_society', tags: [said('p/add')] },
      { file: 'c', voice: 'regional_body', tags: [said('p/new')] },
      { file: 'd', voice: 'regional_body', tags: [said('p/add')] },
      { file: 'e', voice: 'donor', tags: [said('p/add')] },
      { file: 'f', voice: null, tags: [said('p/new')] },
    ]);
    expect(found.map(({ tells, rank, item }) => [tells, rank, item.file])).toEqual([
      ['for', 1, 'a'],
      ['for', 2, 'd'],
      ['against', 1, 'c'],
      ['against', 2, 'b'],
    ]);
  });

  it('are ranked by purity, different terms, nearness to the object, and file', () => {
    const voice = 'civil_society';
    const object = (start: number) => ({ category: 'o/sse', layer: 'object' as const, start });
    const found = chosen(balance, [
      { file: 'a', voice, tags: [said('p/new')] },
      { file: 'b', voice, tags: [said('p/new', 0), said('p/new', 20), said('p/new', 40), said('p/add', 60)] },
      { file: 'c', voice, tags: [said('p/new'), object(100)] },
      { file: 'd', voice, tags: [said('p/new'), object(12)] },
      { file: 'e', voice, tags: [said('p/new', 0), said('p/new', 20)] },
      { file: 'f', voice, tags: [said('p/new')] },
    ]);
    expect(found.filter(({ tells }) => tells === 'for').map(({ item }) => item.file)).toEqual([
      'e',
      'd',
      'c',
      'a',
      'f',
      'b',
    ]);
  });

  it('come from different documents first', () => {
    const voice = 'civil_society';
    const found = chosen(balance, [
      { file: 'a', ordinal: 0, voice, tags: [said('p/new', 0), said('p/new', 20)] },
      { file: 'a', ordinal: 1, voice, tags: [said('p/new', 0), said('p/new', 20), said('p/new', 40)] },
      { file: 'b', voice, tags: [said('p/new')] },
    ]);
    expect(found.map(({ item }) => `${item.file}${item.passage.ordinal}`)).toEqual(['a1', 'b0', 'a0']);
  });

  it('are as by sorting everything', () => {
    const part = fc.record({
      file: fc.constantFrom('a', 'b', 'c', 'd'),
      terms: fc.integer({ min: 1, max: 4 }),
      other: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const sorted = parts.toSorted((one, two) => (one.file < two.file ? -1 : one.file > two.file ? 1 : 0));
        const all = sorted.map(({ file, terms, other }, ordinal) => ({ file, ordinal, terms, other }));
        const found = chosen(
          balance,
          all.map(({ file, ordinal, terms, other }) => ({
            file,
            ordinal,
            voice: 'civil_society',
            tags: [
              ...Array.from({ length: terms }, (_, at) => said('p/new', at * 12)),
              ...(other ? [said('p/add', 100)] : []),
            ],
          })),
        ).filter(({ tells }) => tells === 'for');
        const order = all.toSorted(
          (one, two) =>
            Number(one.other) - Number(two.other) || two.terms - one.terms || one.ordinal - two.ordinal,
        );
        const firsts = order.filter((one, at) => order.findIndex(({ file }) => file === one.file) === at);
        const expected = [...firsts, ...order.slice(0, mostWitnesses).filter((one) => !firsts.includes(one))];
        expect(found.map(({ item }) => item.passage.ordinal)).toEqual(
          expected.slice(0, mostWitnesses).map(({ ordinal }) => ordinal),
        );
        expect(found.map(({ rank }) => rank)).toEqual(found.map((_, at) => at + 1));
      }),
    );
  });

  it('against all others have no silence among them', () => {
    const object = { category: 'o/sse', layer: 'object' as const, start: 50 };
    const found = chosen(
      { measure: { count: 'passages', of: 'NEP' }, comparison: { by: 'contrast', more: 'policy' } },
      [
        { file: 'a', voice: 'civil_society', tags: [said('p/new'), object] },
        { file: 'b', voice: 'civil_society', tags: [said('p/add'), object] },
        { file: 'c', voice: 'regional_body', tags: [said('p/new'), object] },
      ],
    );
    expect(found.map(({ tells, item }) => [tells, item.file])).toEqual([
      ['for', 'c'],
      ['against', 'a'],
    ]);
  });
});

describe('witnesses of a threshold', () => {
  const below = (on: string) => ({
    measure: { count: 'substantive_documents' },
    comparison: { by: 'threshold', on, below: 0.05 },
  });
  const tags = [{ category: 'o/sse', layer: 'object' as const }];

  it('are silent only in documents that are silent throughout', () => {
    const found = chosen(below('policy'), [
      { file: 'a', ordinal: 0, voice: 'regional_body', tags },
      { file: 'a', ordinal: 1, voice: 'regional_body', tags, passage: { zone: 'budget' } },
      { file: 'a', ordinal: 2, voice: 'regional_body', tags },
      { file: 'b', ordinal: 0, voice: 'regional_body', tags },
    ]);
    expect(found.map(({ tells, item }) => [tells, item.file, item.passage.ordinal])).toEqual([
      ['for', 'b', 0],
      ['against', 'a', 1],
    ]);
  });

  it('come from the institutions that the claim names, however they are spelt', () => {
    const found = chosen(below('one'), [
      { file: 'a', institution: 'red one', voice: 'donor', tags },
      { file: 'b', institution: 'Red Two', voice: 'donor', tags },
      { file: 'c', institution: null, tags },
    ]);
    expect(found.map(({ item }) => item.file)).toEqual(['a']);
  });
});

describe('what has no witnesses', () => {
  it('is a statement that nothing tests, a mix, and an empty corpus', () => {
    const passage = { tags: [said('p/new')] };
    expect(
      witnesses(
        [heard(passage)],
        [claimOf({ not_testable: 'out_of_text' })],
        assess([], claimOf({ not_testable: 'out_of_text' }), plainStudy),
        plainStudy,
        setting,
      ),
    ).toEqual([]);
    expect(
      chosen({ measure: { count: 'activities' }, comparison: { by: 'none', institutions: ['one'] } }, [
        passage,
      ]),
    ).toEqual([]);
    expect(chosen(balance, [])).toEqual([]);
    expect(chosen(balance, [{ tags: [] }])).toEqual([]);
  });
});
