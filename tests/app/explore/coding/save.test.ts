import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingActs, savedView } from '../../../../src/app/explore/coding/save.ts';
import type { CodingSource } from '../../../../src/app/explore/coding/source.ts';
import type { CodingAct } from '../../../../src/model/coding.ts';
import { InputError } from '../../../../src/model/input.ts';
import { readSheet } from '../../../../src/validate/read.ts';
import { act, keyOf, sampleOf } from '../../../support/codings.ts';
import { plainStudy } from '../../../support/study.ts';

const sample = sampleOf([keyOf('i1'), keyOf('i2', { coders: ['ben'] })]);
const now = new Date('2026-02-03T04:05:06.000Z');
const source: Pick<CodingSource, 'study'> = {
  study: { file: plainStudy, codings: { samples: [sample], log: [] } } as unknown as CodingSource['study'],
};
const ana = { coder: 'ana', role: 'coder' } as const;

const say = (codes: Record<string, string>, log: readonly CodingAct[] = [], note = '') =>
  codingActs({ ...ana, codes, note }, 'i1', sample, log, now);

describe('what is said on the screen', () => {
  it('gives the line that a sheet gives', () => {
    const codes = { SSE: '1', NEP: '?', ADD: '0' };
    const cells = { item: 'i1', text: 'text of i1', sse: '1', nep: '?', add: '0', pe: '', note: 'so' };
    const sheet = readSheet(
      [{ row: 2, cells: { ...cells, coder: 'ana', role: 'coder', sample: 'sample-1' } }],
      {
        samples: [sample],
        log: [],
        origin: 'human',
        at: now.toISOString(),
        from: 'explorer',
        revise: false,
      },
    );
    expect(sheet.acts.length).toBe(1);
    expect(say(codes, [], 'so')).toEqual(sheet.acts);
  });

  it('gives none where the log says so already, a note included', () => {
    const log = say({ SSE: '1' }, [], 'so');
    expect(say({ SSE: '1' }, log, 'so')).toEqual([]);
    expect(say({ SSE: '1' }, log, ' so ')).toEqual([]);
    expect(say({ SSE: '1' }, log, 'other')).toMatchObject([{ note: 'other' }]);
    const taken = say({ SSE: '1' }, log, '');
    expect(taken).toMatchObject([{ note: '' }]);
    expect(savedView(source, sample, 'i1', ana, [...log, ...taken])).toMatchObject({ note: '' });
  });

  it('takes categories back with the object, and only those', () => {
    const log = [act('i1', 'ana', '11?0')];
    const [line] = say({ SSE: '0' }, log);
    expect(line?.codes).toEqual({ SSE: '0', NEP: '0', ADD: '0' });
    expect(savedView(source, sample, 'i1', ana, [...log, ...say({ SSE: '0' }, log)])).toEqual({
      item: 'i1',
      codes: { SSE: '0', NEP: '0', ADD: '0', PE: '0' },
      note: '',
      done: true,
    });
    expect(say({ SSE: '0' })[0]?.codes).toEqual({ SSE: '0' });
  });

  it.each([
    [{ SSE: '2' }, /SSE: expected 1, 0, \? or nothing, got "2"/],
    [{ SSE: '0', PE: '1' }, /PE: expected 0 or nothing where SSE is 0/],
    [{ NOT: '1' }, /codes: expected one of SSE, NEP, ADD, PE, got "NOT"/],
    [{ toString: '1' }, /got "toString"/],
    [{}, /codes: expected an answer for one of SSE, NEP, ADD, PE, got none/],
  ])('refuses %j', (codes, message) => {
    expect(() => say(codes as Record<string, string>)).toThrow(message);
    expect(() => say(codes as Record<string, string>)).toThrow(InputError);
  });

  it('refuses the name of a simulated coder', () => {
    const log = [act('i1', 'ana', '1000', { origin: 'simulated' })];
    expect(() => say({ SSE: '1' }, log)).toThrow(/expected ana to be simulated as in earlier codings/);
  });

  it('refuses an item of somebody else', () => {
    const theirs = () => codingActs({ ...ana, codes: { SSE: '1' }, note: '' }, 'i2', sample, [], now);
    expect(theirs).toThrow(/expected an item that was given to ana, got "i2"/);
  });

  it('comes to the latest answer of each question, whatever came before', () => {
    const answer = fc.record(
      {
        SSE: fc.constantFrom('1', '0', '?'),
        NEP: fc.constantFrom('1', '0', '?'),
        PE: fc.constantFrom('1', '0', '?'),
      },
      { requiredKeys: ['SSE'] },
    );
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 6 }), (answers) => {
        let log: readonly CodingAct[] = [];
        const standing: Record<string, string> = {};
        for (const codes of answers) {
          const kept =
            codes.SSE === '0'
              ? Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== '1'))
              : codes;
          const before = log;
          log = [...log, ...say(kept as Record<string, string>, log)];
          expect(log.slice(0, before.length)).toEqual(before);
          Object.assign(standing, kept);
          // The oracle: nothing is there where the object is not, unless it is said anew.
          if (kept.SSE === '0')
            for (const code of ['NEP', 'PE'] as const) {
              if (standing[code] !== undefined && kept[code] === undefined) standing[code] = '0';
            }
        }
        expect(savedView(source, sample, 'i1', ana, log).codes).toEqual(standing);
      }),
    );
  });
});
