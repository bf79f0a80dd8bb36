import type { CodingAct, Pattern, Sample, SampleKey } from '../../src/model/coding.ts';
import type { MeasuredCategory } from '../../src/model/lexicon.ts';
import { documentId, passageId, sha256 } from '../../src/model/units.ts';
import { textDigest } from '../../src/validate/read.ts';

/** A document by its number. */
export const documentOf = (number: number) =>
  documentId(sha256(number.toString(16).padStart(16, '0').padEnd(64, '0')));

/** A passage by the numbers of its document and its place. */
export const passageOf = (document: number, place: number) =>
  passageId(`${documentOf(document)}-${place.toString(16).padStart(12, '0')}`);

/** What a study of two frames and the object counts. */
export const measured: readonly MeasuredCategory[] = [
  { code: 'NEP', label: 'New paradigm', definition: 'Another way.', categories: ['paradigm/a'] },
  { code: 'ADD', label: 'Add-on', definition: 'A complement.', categories: ['addon/a'] },
  { code: 'PE', label: 'Poverty', definition: 'Relief.', categories: ['poverty/a', 'poverty/b'] },
  { code: 'DIL', label: 'Either', definition: 'Either.', categories: ['addon/a', 'poverty/a', 'poverty/b'] },
  { code: 'SSE', label: 'The object', definition: 'The object.', categories: ['objects/a'] },
];

/** A key of an item with what matters of it; its text is `text of <item>`. */
export function keyOf(item: string, values: Partial<SampleKey> = {}): SampleKey {
  return {
    item,
    document: documentOf(1),
    passage: passageOf(1, Number.parseInt(item.replace(/\D/g, '') || '0', 10)),
    file: 'documents/a.txt',
    side: 'source',
    pattern: 'claimed',
    language: 'es',
    probability: 1,
    coders: ['ana', 'ben'],
    text: textDigest(`text of ${item}`),
    ...values,
  };
}

/** A sample of these keys, whose strata are as large as their chances say. */
export function sampleOf(keys: readonly SampleKey[], values: Partial<Sample['design']> = {}): Sample {
  const groups = Map.groupBy(keys, ({ side, pattern, language }) => `${side} ${pattern} ${language}`);
  return {
    keys,
    design: {
      sample: 'sample-1',
      extends: null,
      drawnAt: '2026-01-01T00:00:00.000Z',
      seed: 1,
      lexicon: 'l',
      population: 'p',
      object: 'SSE',
      columns: ['SSE', 'NEP', 'ADD', 'PE'].map((code) => ({ code, values: ['1', '0'] })),
      coders: ['ana', 'ben'],
      strata: [...groups.values()].map((own) => {
        const [{ side, pattern, language, probability }] = own as [SampleKey];
        return { side, pattern, language, size: Math.round(own.length / probability), drawn: own.length };
      }),
      ...values,
    },
  };
}

/** What a coder said of an item, codes in the order SSE, NEP, ADD, PE; a point leaves one out. */
export function act(item: string, coder: string, codes: string, values: Partial<CodingAct> = {}): CodingAct {
  const given = ['SSE', 'NEP', 'ADD', 'PE'].flatMap((code, at) => {
    const value = codes[at] ?? '.';
    return value === '.' ? [] : [[code, value] as const];
  });
  return {
    at: '2026-01-02T00:00:00.000Z',
    act: 'code',
    origin: 'human',
    role: 'coder',
    coder,
    sample: 'sample-1',
    item,
    passage: keyOf(item).passage,
    codes: Object.fromEntries(given),
    from: `${coder}.csv`,
    ...values,
  };
}

/** Codes as the lexicon finds them by pattern. */
export const codesOf: Readonly<Record<Pattern, ReadonlySet<string>>> = {
  claimed: new Set(['SSE', 'NEP']),
  diluted: new Set(['SSE', 'PE', 'DIL']),
  both: new Set(['SSE', 'NEP', 'PE', 'DIL']),
  anchor: new Set(['SSE']),
  neither: new Set(),
};
