import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { claimTemplate } from '../../src/io/claim-template.ts';
import { barsFor, protocolBars } from '../../src/model/bars.ts';
import { Claim, decisive, testedOf } from '../../src/model/claim.ts';
import { check } from '../../src/model/input.ts';
import { populationWords } from '../../src/model/population.ts';
import { dilution } from '../support/study.ts';

const [first] = dilution.hypotheses;
const claim = (change: object, more: object = {}) =>
  check(Claim, { ...dilution, overall: undefined, hypotheses: [{ ...first, ...change }], ...more });
const faults = (change: object, more: object = {}) =>
  (claim(change, more).faults ?? []).map(({ path, expected }) => `${path.join('.')}: ${expected}`);

describe('a claim', () => {
  it('states twelve hypotheses in one family, and five beside it', () => {
    const ids = (family: string) =>
      dilution.hypotheses.filter((one) => one.family === family).map(({ id }) => id);
    expect(ids('primary')).toEqual('H1 H2a H2b H3 H4 H5 H6 H7 H8p H9 H10 H11'.split(' '));
    expect(ids('secondary')).toEqual('H1a H1b H3w H8c H8d'.split(' '));
    expect(dilution.hypotheses.filter((one) => testedOf(one) === null).map(({ id }) => id)).toEqual(['H9']);
  });

  it('may be about anything that counts, without code', () => {
    const other = { count: 'passages', of: 'GREEN', against: 'GROWTH' };
    expect(claim({ measure: other, companions: [] }).faults).toBeNull();
    expect(check(Claim, parse(claimTemplate)).faults).toBeNull();
  });

  it.each([
    [{ comparison: { by: 'threshold', on: 'policy' }, companions: [] }, /one of `above` and `below`/],
    [{ comparison: { by: 'threshold', on: 'policy', above: 0.8, below: 0.1 }, companions: [] }, /never both/],
    [
      { comparison: { by: 'threshold', on: 'policy', above: 0.8, band: [0.9, 0.95] }, companions: [] },
      /band round the threshold/,
    ],
    [{ comparison: { by: 'threshold', on: 'nowhere', above: 0.8 }, companions: [] }, /not `nowhere`/],
    [{ measure: { count: 'passages', of: 'NEP', against: 'NEP' } }, /other categories than in `of`/],
    [{ measure: { count: 'passages', of: 'NEP' } }, /none but for a contrast of passages of two/],
    [{ measure: { count: 'activities' }, companions: [] }, /`by: none`/],
    [{ not_testable: 'out_of_text' }, /nothing beside `not_testable`/],
    [{ measure: undefined, comparison: undefined }, /one, or `not_testable`/],
  ])('refuses what contradicts itself: %j', (change, expected) => {
    expect(faults(change).join('\n')).toMatch(expected);
  });

  it('says whom it is about, whatever it is about is frozen, and one without a word of it is read as before', () => {
    const { population, ...old } = dilution;
    const before = check(Claim, old);
    if (before.value === null) throw new Error('expected a claim');
    expect(JSON.stringify(decisive(before.value))).not.toBe(JSON.stringify(decisive(dilution)));
    expect(JSON.stringify(decisive(before.value))).not.toContain('"population":null');
    expect(populationWords(dilution)).toBe(`The claim is about ${population}.`);
    expect(populationWords(before.value)).toMatch(/names no population/);
    expect(dilution.hypotheses.filter(({ section }) => section === undefined)).toEqual([]);
  });

  it('says of the one hypothesis that is tested about types which types, and of no other', () => {
    const typed = dilution.hypotheses.flatMap(({ id, types }) => (types === undefined ? [] : [id]));
    expect(typed).toEqual(['H1']);
    const second = check(Claim, {
      ...dilution,
      overall: undefined,
      hypotheses: [first, { ...first, id: 'H2' }],
    });
    expect(second.faults).toMatchObject([
      { path: ['hypotheses', 1, 'types'], expected: expect.stringContaining('alone is tested about types') },
    ]);
  });

  it('refuses ids twice and parts that are not there', () => {
    const twice = check(Claim, { ...dilution, overall: undefined, hypotheses: [first, first] });
    expect(twice.faults).toContainEqual(
      expect.objectContaining({ path: ['hypotheses', 1, 'id'], expected: 'an id of its own' }),
    );
    expect(faults({}, { overall: { title: 'x', all: ['H9'] } }).join()).toMatch(/overall\.all.*not `H9`/);
    expect(faults({}, { overall: { title: 'x' } }).join()).toMatch(/at least one hypothesis/);
  });

  it('names numbers of its gates, before the protocol for all of it and before the claim in one hypothesis', () => {
    const named = claim({ bars: { framed_passages: 40 } }, { bars: { documents: 8, framed_passages: 30 } });
    expect(named.faults).toBeNull();
    if (named.value === null) throw new Error('expected a claim');
    expect(barsFor(named.value)).toEqual({ ...protocolBars, documents: 8, framed_passages: 30 });
    expect(barsFor(named.value, named.value.hypotheses[0])).toEqual({
      ...protocolBars,
      documents: 8,
      framed_passages: 40,
    });
    expect(barsFor(dilution)).toEqual(protocolBars);
    // What nobody named is nowhere in what is hashed, so that older freezes hold.
    expect(JSON.stringify(decisive(dilution))).not.toContain('"bars"');
  });

  it.each([
    [{ documents: 1 }, /bars\.documents/],
    [{ documents: 5.5 }, /bars\.documents/],
    [{ overlap: 1.2 }, /bars\.overlap/],
    [{ alpha: 0 }, /bars\.alpha/],
    [{ f1: '0.7' }, /bars\.f1/],
    [{ pasages: 3 }, /bars/],
    [
      { documents: 3 },
      /effective_documents: at most the 3 of `documents`, not 4, which holds where it is left out/,
    ],
    [{ coded_passages: 20 }, /non_hits: at most the 20 of `coded_passages`, not 30/],
    [{ document_non_hits: 31 }, /document_non_hits: at most the 30 of `coded_documents`, not 31$/],
  ])('refuses numbers of gates that cannot be: %j', (bars, expected) => {
    expect(faults({}, { bars }).join('\n')).toMatch(expected);
    expect(faults({ bars }).join('\n')).toMatch(expected);
  });

  it('offers every number of a gate in the empty claim, as the protocol has it', () => {
    const [offered = ''] = claimTemplate.slice(claimTemplate.indexOf('# bars:')).split('\n\n');
    expect(parse(offered.replace(/^# /gm, ''))).toEqual({ bars: protocolBars });
  });
});
