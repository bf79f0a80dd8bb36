import { describe, expect, it } from 'vitest';
import { codedDocuments, documentUnits } from '../../src/validate/coded-documents.ts';
import { act, documentOf, keyOf, measured, passageOf, sampleOf } from '../support/codings.ts';

/** Two documents of two passages each, both dealt to two coders. */
const keys = [1, 2].flatMap((document) =>
  [1, 2].map((place) =>
    keyOf(`D${document}-000${place}`, {
      document: documentOf(document),
      passage: passageOf(document, place),
      probability: 0.5,
    }),
  ),
);
// Strata count documents, of which half were drawn.
const sample = sampleOf(keys, {
  unit: 'documents',
  strata: [{ side: 'source', pattern: 'claimed', language: 'es', size: 4, drawn: 2 }],
});
const column = { code: 'NEP', values: ['1', '0'] };
const both = (item: string, codes: string) => ['ana', 'ben'].map((coder) => act(item, coder, codes));
const within = { measured, isThere: () => true, origins: ['human'] } as const;

describe('codedDocuments', () => {
  it('joins the codes of passages, and keeps the chance of the draw where all came back', () => {
    const log = [
      ...both('D1-0001', '1000'),
      ...both('D1-0002', '1100'),
      ...both('D2-0001', '0'),
      ...both('D2-0002', '1001'),
    ];
    const { documents, problems } = codedDocuments([sample], log, within);
    expect(problems).toEqual([]);
    expect(
      documents.map(({ truth, probability }) => [truth['SSE'], truth['NEP'], truth['DIL'], probability]),
    ).toEqual([
      [1, 1, 0, 0.5],
      [1, 0, 1, 0.5],
    ]);
  });

  it('leaves out what is disputed or gone, with its reason', () => {
    const log = [
      act('D1-0001', 'ana', '1100'),
      act('D1-0001', 'ben', '1000'),
      ...both('D1-0002', '1100'),
      ...both('D2-0001', '1000'),
      ...both('D2-0002', '1000'),
    ];
    const found = codedDocuments([sample], log, within);
    expect(found.documents.map(({ document }) => document)).toEqual([documentOf(2)]);
    expect(found.documents[0]?.probability).toBe(0.25);
    expect(found.problems).toEqual([{ code: 'codings_open', file: 'codings/sample-1', items: 1 }]);
    const gone = codedDocuments([sample], log, {
      ...within,
      isThere: ({ document }) => document !== documentOf(2),
    });
    expect(gone.documents).toEqual([]);
    expect(gone.problems.map(({ code }) => code)).toContain('coded_passage_gone');
    expect(codedDocuments([sample], log, { ...within, origins: ['simulated'] }).documents).toEqual([]);
    expect(codedDocuments([], log, within)).toMatchObject({ documents: [], undecidable: [], problems: [] });
  });

  it('leaves out a document only where what nobody can decide may make it one of the kind', () => {
    const decided = (item: string, codes: string) => act(item, 'carla', codes, { role: 'adjudicator' });
    const log = [
      ...both('D1-0001', '1100'),
      decided('D1-0002', '1?00'),
      ...both('D2-0001', '1000'),
      decided('D2-0002', '1?00'),
    ];
    const found = codedDocuments([sample], log, within);
    // The first has a passage of the kind whatever the other is.
    expect(found.documents).toMatchObject([
      { document: documentOf(1), probability: 0.25, truth: { NEP: 1 } },
    ]);
    expect(found.undecidable).toMatchObject([
      { document: documentOf(2), probability: 0.5, low: { NEP: 0, SSE: 1 }, high: { NEP: 1, SSE: 1 } },
    ]);
    const [first] = found.documents;
    expect(first === undefined ? null : found.chanceWith(first)).toBe(0.5);
    expect(found.open.size).toBe(0);
    expect(found.problems).toEqual([{ code: 'codings_undecidable', file: 'codings/sample-1', items: 1 }]);
  });
});

describe('documentUnits', () => {
  it('gives what each coder says of a document, where a gap or doubt leaves it known', () => {
    const log = [
      act('D1-0001', 'ana', '1100'),
      act('D1-0001', 'ben', '1000'),
      act('D1-0002', 'ana', '1?00'),
      act('D1-0002', 'ben', '0'),
      act('D2-0001', 'ana', '1000'),
      act('D2-0001', 'ben', '1000'),
      act('D2-0002', 'ana', '1000'),
    ];
    const { units, coders } = documentUnits([sample], log, column, ['human']);
    expect(coders).toEqual(['ana', 'ben']);
    // Of the second document one coder has left a passage out, so that only one says anything of it.
    expect(units).toEqual([{ document: documentOf(1), weight: 2, codes: [0, 1] }]);
  });
});
