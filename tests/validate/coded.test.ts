import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodingAct, Sample, SampleKey } from '../../src/model/coding.ts';
import { codesByItem, finalCode } from '../../src/validate/adjudicate.ts';
import { codedPassages, latestChain } from '../../src/validate/coded.ts';
import { act, codesOf, keyOf, measured, sampleOf } from '../support/codings.ts';

const keys = [keyOf('I1'), keyOf('I2'), keyOf('I3'), keyOf('I4')];
const sample = sampleOf(keys.map((key) => ({ ...key, probability: 0.5 })));
const lexicon = ({ pattern }: SampleKey) => codesOf[pattern];
const coded = (log: readonly CodingAct[], chain: readonly Sample[] = [sample]) =>
  codedPassages(chain, log, { measured, lexicon, origins: ['human'] });
const final = (log: readonly CodingAct[], code = 'NEP') => {
  const item = codesByItem(log, 'sample-1', ['human']).get('I1');
  return item === undefined ? null : finalCode(item, code, sample.design);
};

describe('finalCode', () => {
  it('is what all coders say, the latest word of each', () => {
    expect(final([])).toBeNull();
    expect(final([act('I1', 'ana', '11..')])).toBe('1');
    expect(final([act('I1', 'ana', '11..'), act('I1', 'ben', '11..')])).toBe('1');
    expect(final([act('I1', 'ana', '10..'), act('I1', 'ana', '11..')])).toBe('1');
    expect(final([act('I1', 'ana', '1...')])).toBeNull();
  });

  it('is open where coders differ or one cannot tell', () => {
    expect(final([act('I1', 'ana', '11..'), act('I1', 'ben', '10..')])).toBe('open');
    expect(final([act('I1', 'ana', '1?..')])).toBe('open');
    expect(final([act('I1', 'ana', '11..'), act('I1', 'ben', '1?..')])).toBe('open');
  });

  it('is the adjudicator word above all', () => {
    const differ = [act('I1', 'ana', '11..'), act('I1', 'ben', '10..')];
    expect(final([...differ, act('I1', 'carla', '10..', { role: 'adjudicator' })])).toBe('0');
    expect(final([...differ, act('I1', 'carla', '1?..', { role: 'adjudicator' })])).toBe('undecidable');
    // Those who decide have to be of one mind on that too.
    const both = ['1?..', '11..'].map((codes, at) => act('I1', `judge${at}`, codes, { role: 'adjudicator' }));
    expect(final([...differ, ...both])).toBe('open');
    // Coders who think again afterwards do not undo what was decided.
    expect(final([act('I1', 'carla', '10..', { role: 'adjudicator' }), act('I1', 'ana', '11..')])).toBe('0');
  });

  it('is 0 for a category that was left empty where the object is not there', () => {
    expect(final([act('I1', 'ana', '0...')])).toBe('0');
    expect(final([act('I1', 'ana', '0...'), act('I1', 'ben', '11..')])).toBe('open');
  });

  it('does not hear machines', () => {
    expect(final([act('I1', 'model', '11..', { origin: 'machine' })])).toBeNull();
  });
});

describe('what nobody has decided', () => {
  const open = (...codes: readonly [string, string]) =>
    Object.fromEntries(coded(codes.map((said, at) => act('I1', at === 0 ? 'ana' : 'ben', said))).open);

  it('is counted under the categories that it is open for, and what they are part of', () => {
    expect(open('1101', '1001')).toEqual({ NEP: 1 });
    // ADD is a part of DIL.
    expect(open('1100', '1110')).toEqual({ ADD: 1, DIL: 1 });
    expect(open('11?0', '1110')).toEqual({ ADD: 1, DIL: 1 });
    expect(open('1100', '1100')).toEqual({});
  });

  it('is open for every category where it may not be about the object at all', () => {
    expect(open('1100', '0...')).toEqual({ SSE: 1, NEP: 1, ADD: 1, PE: 1, DIL: 1 });
    const differ = [act('I1', 'ana', '1100'), act('I1', 'ben', '0...')];
    expect(coded([...differ, act('I1', 'carla', '0...', { role: 'adjudicator' })]).open.size).toBe(0);
  });
});

describe('what nobody can decide', () => {
  const decided = (item: string, codes: string) => act(item, 'carla', codes, { role: 'adjudicator' });
  const others = [act('I2', 'ana', '1100'), act('I3', 'ana', '1000')];

  it('is left out, the others of its stratum standing for it, and told with what it may be', () => {
    const found = coded([...others, decided('I1', '1?01')]);
    expect(found.open.size).toBe(0);
    expect(found.passages.map(({ item, probability }) => [item, probability])).toEqual([
      ['I2', 0.25],
      ['I3', 0.25],
    ]);
    expect(found.undecidable).toMatchObject([
      {
        item: 'I1',
        probability: 0.375,
        low: { SSE: 1, NEP: 0, ADD: 0, PE: 1, DIL: 1 },
        high: { SSE: 1, NEP: 1, ADD: 0, PE: 1, DIL: 1 },
      },
    ]);
    expect(found.chanceWith(keys[1] ?? keyOf('I2'))).toBe(0.375);
    expect(found.problems).toEqual([
      { code: 'codings_undecidable', file: 'codings/sample-1', items: 1 },
      { code: 'codings_incomplete', file: 'codings/sample-1', items: 1, of: 4 },
    ]);
  });

  it('is every category where it may not be about the object, but none where nothing hangs on it', () => {
    expect(coded([...others, decided('I1', '?100')]).undecidable[0]).toMatchObject({
      low: { SSE: 0, NEP: 0, DIL: 0 },
      high: { SSE: 1, NEP: 1, DIL: 0 },
    });
    // What is not about the object has no frame, whatever somebody could not tell of it.
    const off = coded([...others, decided('I1', '0?00')]);
    expect(off.undecidable).toEqual([]);
    expect(off.passages.map(({ item }) => item)).toContain('I1');
  });
});

describe('what is asked whether or not a passage is about the object', () => {
  const apart = sampleOf(keys, {
    columns: [...sample.design.columns, { code: 'H4_A', values: ['1', '0'], alone: true }],
  });
  const said = (item: string, codes: string, mention: string | null) => {
    const own = act(item, 'ana', codes);
    return { ...own, codes: mention === null ? own.codes : { ...own.codes, H4_A: mention } };
  };

  it('keeps its code where the object is not there, and is no part of any category', () => {
    const { passages, codes } = coded([said('I1', '0...', '1'), said('I2', '1100', '0')], [apart]);
    expect(codes).toEqual(['SSE', 'NEP', 'ADD', 'PE', 'DIL', 'H4_A']);
    expect(passages.map(({ truth }) => truth['H4_A'])).toEqual([1, 0]);
    expect(passages[0]?.truth).toMatchObject({ SSE: 0, NEP: 0, DIL: 0 });
    expect(passages[0]?.predicted['H4_A']).toBe(0);
  });

  it('is not taken for 0 where it was left empty', () => {
    const { passages, problems } = coded([said('I1', '0...', null), said('I2', '1100', '?')], [apart]);
    expect(passages).toEqual([]);
    expect(problems).toEqual([
      { code: 'codings_open', file: 'codings/sample-1', items: 1 },
      { code: 'codings_incomplete', file: 'codings/sample-1', items: 3, of: 4 },
    ]);
  });
});

describe('codedPassages', () => {
  it('gives final codes with their unions, and chances lowered by what is not coded', () => {
    const { passages, codes, problems } = coded([act('I1', 'ana', '1001'), act('I2', 'ana', '0...')]);
    expect(codes).toEqual(['SSE', 'NEP', 'ADD', 'PE', 'DIL']);
    expect(passages.map(({ item, truth, probability }) => [item, truth, probability])).toEqual([
      ['I1', { SSE: 1, NEP: 0, ADD: 0, PE: 1, DIL: 1 }, 0.25],
      ['I2', { SSE: 0, NEP: 0, ADD: 0, PE: 0, DIL: 0 }, 0.25],
    ]);
    expect(passages[0]?.predicted).toEqual({ SSE: 1, NEP: 1, ADD: 0, PE: 0, DIL: 0 });
    expect(problems).toEqual([{ code: 'codings_incomplete', file: 'codings/sample-1', items: 2, of: 4 }]);
  });

  it('leaves out what is disputed, half coded or gone, and says so', () => {
    const log = [
      act('I1', 'ana', '1100'),
      act('I2', 'ana', '1100'),
      act('I2', 'ben', '1000'),
      act('I3', 'ana', '11..'),
      act('I4', 'ana', '1000'),
    ];
    const without4 = codedPassages([sample], log, {
      measured,
      lexicon: (key) => (key.item === 'I4' ? null : lexicon(key)),
      origins: ['human'],
    });
    expect(without4.passages.map(({ item }) => item)).toEqual(['I1']);
    expect(without4.problems).toEqual([
      { code: 'coded_passage_gone', file: 'documents/a.txt', sample: 'sample-1', item: 'I4' },
      { code: 'codings_open', file: 'codings/sample-1', items: 1 },
      { code: 'codings_incomplete', file: 'codings/sample-1', items: 1, of: 4 },
    ]);
  });

  it('says which stratum nobody has coded', () => {
    const two = sampleOf([keyOf('I1'), keyOf('I2', { pattern: 'neither', language: 'pt' })]);
    expect(coded([act('I1', 'ana', '1100')], [two]).problems).toContainEqual({
      code: 'stratum_uncoded',
      file: 'codings/sample-1',
      stratum: 'source, neither, pt',
    });
    // Where nothing is coded at all, that alone is said.
    expect(coded([], [two]).problems.map(({ code }) => code)).toEqual(['codings_incomplete']);
  });

  it('gives no union of which a part was not coded', () => {
    const columns = ['SSE', 'NEP', 'PE'].map((code) => ({ code, values: ['1', '0'] }));
    const narrow = sampleOf(keys, { columns });
    expect(coded([act('I1', 'ana', '11.0')], [narrow]).codes).toEqual(['SSE', 'NEP', 'PE']);
  });

  it('takes a sample and what extends it for one draw', () => {
    const first = sampleOf([keyOf('I1'), keyOf('I2')], {
      strata: [{ side: 'source', pattern: 'claimed', language: 'es', size: 10, drawn: 2 }],
    });
    const second = sampleOf([keyOf('I3'), keyOf('I4')], {
      sample: 'sample-2',
      extends: 'sample-1',
      drawnAt: '2026-03-01T00:00:00.000Z',
      strata: [{ side: 'source', pattern: 'claimed', language: 'es', size: 10, drawn: 4 }],
    });
    const chain = latestChain([second, first], []);
    expect(chain.map(({ design }) => design.sample)).toEqual(['sample-1', 'sample-2']);
    const log = [
      ...['I1', 'I2'].map((item) => act(item, 'ana', '1100')),
      ...['I3', 'I4'].map((item) => act(item, 'ana', '1100', { sample: 'sample-2' })),
    ];
    expect(coded(log, chain).passages.map(({ probability }) => probability)).toEqual([0.4, 0.4, 0.4, 0.4]);
  });

  it('goes on with what is coded where another sample has been drawn and nobody has coded it', () => {
    const first = sampleOf([keyOf('I1')]);
    const second = sampleOf([keyOf('I2')], { sample: 'sample-2', drawnAt: '2026-03-01T00:00:00.000Z' });
    const nameOf = (log: readonly { readonly sample: string }[]) =>
      latestChain([first, second], log).map(({ design }) => design.sample);
    expect(nameOf([])).toEqual(['sample-2']);
    expect(nameOf([act('I1', 'ana', '1100')])).toEqual(['sample-1']);
    expect(nameOf([act('I1', 'ana', '1100'), act('I2', 'ana', '1100', { sample: 'sample-2' })])).toEqual([
      'sample-2',
    ]);
  });

  it('never goes round in samples that extend one another', () => {
    const one = sampleOf(keys, { extends: 'sample-2' });
    const two = sampleOf(keys, { sample: 'sample-2', extends: 'sample-1' });
    expect(latestChain([one, two], []).length).toBeLessThanOrEqual(2);
    expect(latestChain([], [])).toEqual([]);
    expect(codedPassages([], [], { measured, lexicon, origins: ['human'] }).passages).toEqual([]);
  });

  it('weighs what is coded so that it stands for the whole stratum', () => {
    const codes = fc.constantFrom('1100', '1001', '0...', '1?00', '....');
    fc.assert(
      fc.property(fc.array(codes, { minLength: 1, maxLength: 4 }), (given) => {
        const log = given.flatMap((own, at) => (own === '....' ? [] : [act(`I${at + 1}`, 'ana', own)]));
        const { passages } = coded(log);
        const weight = passages.reduce((sum, { probability }) => sum + 1 / probability, 0);
        expect(weight).toBeCloseTo(passages.length === 0 ? 0 : 8, 10);
      }),
    );
  });
});
