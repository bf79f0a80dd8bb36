import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodingAct, SheetRow } from '../../src/model/coding.ts';
import { type ReadingOf, readSheet, textDigest } from '../../src/validate/read.ts';
import { describeRefusal } from '../../src/validate/refusal.ts';
import { keyOf, sampleOf } from '../support/codings.ts';

const sample = sampleOf([keyOf('I1'), keyOf('I2', { coders: ['ana'] }), keyOf('I3')]);
const context: ReadingOf = {
  samples: [sample],
  log: [],
  origin: 'human',
  at: '2026-02-01T00:00:00.000Z',
  from: 'ana.csv',
  revise: false,
};

function row(
  item: string,
  codes: string,
  cells: Readonly<Record<string, string>> = {},
  number = 2,
): SheetRow {
  const [sse = '', nep = '', add = '', pe = ''] = codes.split(',');
  const text = `text of ${item}`;
  const own = { item, text, sse, nep, add, pe, note: '', coder: 'ana', role: 'coder', sample: 'sample-1' };
  return { row: number, cells: { ...own, ...cells } };
}

const read = (rows: readonly SheetRow[], more: Partial<ReadingOf> = {}) =>
  readSheet(rows, { ...context, ...more });
const why = (rows: readonly SheetRow[], more: Partial<ReadingOf> = {}) =>
  read(rows, more).refusals.map((refusal) => refusal.why);

describe('a column of its own', () => {
  it('may be 1 where the object is not there', () => {
    const columns = [...sample.design.columns, { code: 'H4_A', values: ['1', '0'], alone: true as const }];
    const samples = [{ ...sample, design: { ...sample.design, columns } }];
    expect(read([row('I1', '0,,,', { h4_a: '1' })], { samples })).toMatchObject({
      refusals: [],
      acts: [{ codes: { SSE: '0', H4_A: '1' } }],
    });
    expect(why([row('I1', '0,1,,', { h4_a: '1' })], { samples })).toEqual(['contradicts_object']);
    expect(why([row('I1', '0,,,', { h4_a: '2' })], { samples })).toEqual(['unknown_code']);
  });
});

describe('readSheet', () => {
  it('takes codes, notes and origin, each as a line of its own', () => {
    const { acts, refusals } = read([row('I1', '1,1,0,?', { note: 'hard' }), row('I2', '0,,,')]);
    expect(refusals).toEqual([]);
    expect(acts).toHaveLength(2);
    expect(acts[0]).toMatchObject({
      item: 'I1',
      passage: keyOf('I1').passage,
      coder: 'ana',
      role: 'coder',
      origin: 'human',
      codes: { SSE: '1', NEP: '1', ADD: '0', PE: '?' },
      note: 'hard',
      from: 'ana.csv',
    });
    expect(acts[1]?.codes).toEqual({ SSE: '0' });
  });

  it('counts rows without a code, and takes half a row', () => {
    expect(read([row('I1', ',,,'), row('I2', '1,,,')])).toMatchObject({
      empty: 1,
      acts: [{ codes: { SSE: '1' } }],
    });
  });

  it.each([
    ['1.0', '1'],
    ['1,00', '1'],
    [' 0 ', '0'],
    ['１', '1'],
    ['？', '?'],
  ])('knows %j as spreadsheets may write it', (written, code) => {
    expect(read([row('I1', '', { sse: written })]).acts[0]?.codes).toEqual({ SSE: code });
  });

  it.each([
    ['unknown_item', row('I9', '1,,,')],
    ['unknown_item', row('i1', '1,,,', { text: 'text of I1' })],
    ['unknown_item', row('', '1,,,')],
    ['edited_text', row('I1', '1,,,', { text: 'text of I1 with a word more' })],
    ['edited_text', row('I1', '1,,,', { text: 'text of I2' })],
    ['no_text', row('I1', '1,,,', { text: '' })],
    ['unknown_sample', row('I1', '1,,,', { sample: 'sample-2' })],
    ['unknown_code', row('I1', '2,,,')],
    ['unknown_code', row('I1', '1,yes,,')],
    ['unknown_code', row('I1', '-1,,,')],
    ['unknown_code', row('I1', '=1,,,')],
    ['unknown_coder', row('I1', '1,,,', { coder: 'dora' })],
    ['unknown_coder', row('I1', '1,,,', { coder: '../ana' })],
    ['unknown_coder', row('I1', '1,,,', { coder: '' })],
    ['unknown_coder', row('I1', '1,,,', { coder: '', role: 'adjudicator' })],
    ['not_assigned', row('I2', '1,,,', { coder: 'ben' })],
    ['own_item', row('I1', '1,,,', { coder: 'ben', role: 'adjudicator' })],
    ['unknown_role', row('I1', '1,,,', { role: 'boss' })],
    ['contradicts_object', row('I1', '0,1,,')],
  ])('refuses %s', (reason, one) => {
    const { acts, refusals } = read([one, row('I3', '1,,,', {}, 3)]);
    expect(refusals.map((refusal) => refusal.why)).toEqual([reason]);
    // What is right beside it is still told.
    expect(acts.map(({ item }) => item)).toEqual(['I3']);
    expect(describeRefusal('ana.csv', refusals[0] as never)).toMatch(
      /^ana\.csv:2 {2}.*(expected).*: .+[^.]$/,
    );
  });

  it('refuses a sheet that has lost a column', () => {
    const { pe: _, ...cells } = row('I1', '1,1,0,0').cells;
    expect(read([{ row: 2, cells }]).refusals).toEqual([{ row: 2, why: 'missing_column', found: 'PE' }]);
    expect(why([{ row: 2, cells: {} }])).toEqual(['missing_column']);
  });

  it('refuses the same item of the same coder twice, even where both say the same', () => {
    const { acts, refusals } = read([row('I1', '1,,,'), row('I1', '1,,,', {}, 3)]);
    expect(acts).toHaveLength(1);
    expect(refusals).toEqual([{ row: 3, why: 'duplicate', found: 'I1', first: 2 }]);
  });

  it('takes rows of several coders from one file', () => {
    const { acts } = read([row('I1', '1,,,'), row('I1', '0,,,', { coder: 'ben' })]);
    expect(acts.map(({ coder, codes }) => [coder, codes['SSE']])).toEqual([
      ['ana', '1'],
      ['ben', '0'],
    ]);
  });

  it('takes an adjudicator who was dealt nothing', () => {
    expect(read([row('I2', '1,1,0,0', { coder: 'carla', role: 'adjudicator' })]).acts).toHaveLength(1);
  });

  it('adds nothing the second time, and what is new of a sheet that was half done', () => {
    const half = [row('I1', '1,0,,'), row('I2', ',,,')];
    const { acts: log } = read(half);
    expect(read(half, { log })).toMatchObject({ acts: [], known: 1, empty: 1, refusals: [] });
    const whole = [row('I1', '1,0,1,0'), row('I2', '1,1,1,1')];
    expect(read(whole, { log }).acts.map(({ codes }) => codes)).toEqual([
      { SSE: '1', NEP: '0', ADD: '1', PE: '0' },
      { SSE: '1', NEP: '1', ADD: '1', PE: '1' },
    ]);
  });

  it('does not let codes change unless asked, and then keeps both in the log', () => {
    const { acts: log } = read([row('I1', '1,0,,')]);
    const changed = [row('I1', '1,1,,')];
    expect(read(changed, { log }).refusals).toMatchObject([
      { why: 'changed', column: 'NEP', before: '0', now: '1' },
    ]);
    const { acts } = read(changed, { log, revise: true });
    expect(acts).toHaveLength(1);
    // The change holds from then on.
    expect(read(changed, { log: [...log, ...acts] })).toMatchObject({ known: 1, acts: [] });
  });

  it('takes a note that came later, and takes none back that is missing', () => {
    const { acts: log } = read([row('I1', '1,0,,')]);
    const noted = read([row('I1', '1,0,,', { note: 'why' })], { log });
    expect(noted.acts).toMatchObject([{ codes: { SSE: '1', NEP: '0' }, note: 'why' }]);
    const both = [...log, ...noted.acts];
    expect(read([row('I1', '1,0,,', { note: 'why' })], { log: both })).toMatchObject({ known: 1, acts: [] });
    expect(read([row('I1', '1,0,,')], { log: both })).toMatchObject({ known: 1, acts: [] });
    const changed = read([row('I1', '1,0,1,')], { log: both });
    expect(changed.acts[0]).not.toHaveProperty('note');
  });

  it('asks a screen for no text, and lets it take a note back', () => {
    const [said] = [row('I1', '1,0,,', { text: '', note: 'why' })];
    expect(why([said as SheetRow])).toEqual(['no_text']);
    const { acts: log } = read([said as SheetRow], { isOnScreen: true });
    const { acts } = read([row('I1', '1,0,,', { text: '' })], { log, isOnScreen: true });
    expect(acts).toMatchObject([{ note: '' }]);
    expect(why([row('I9', '1,0,,', { text: '' })], { isOnScreen: true })).toEqual(['unknown_item']);
  });

  it('never takes a machine for a person, nor a person for a machine', () => {
    const { acts: log } = read([row('I1', '1,,,')]);
    expect(why([row('I3', '1,,,')], { log, origin: 'machine' })).toEqual(['other_origin']);
    const machine = read([row('I2', '1,,,', { coder: 'model-x' })], { origin: 'machine' }).acts;
    expect(machine[0]).toMatchObject({ coder: 'model-x', origin: 'machine' });
    expect(why([row('I3', '1,,,', { coder: 'model-x' })], { log: machine })).toContain('unknown_coder');
  });

  it('ends whatever a sheet holds', () => {
    const cells = fc.dictionary(
      fc.constantFrom('item', 'text', 'sse', 'nep', 'coder', 'role', 'sample', '__proto__', 'x'),
      fc.oneof(fc.string(), fc.constantFrom('I1', 'text of I1', 'ana', 'sample-1', '1')),
    );
    fc.assert(
      fc.property(fc.array(cells), (rows) => {
        const numbered = rows.map((one, at) => ({ row: at + 2, cells: one }));
        const { acts, refusals, known, empty } = read(numbered);
        expect(acts.length + refusals.length + known + empty).toBe(rows.length);
        // What the sheet itself holds is said back in quotes, "NaN" too where a cell says so.
        for (const refusal of refusals)
          expect(describeRefusal('a', refusal).replace(/".*"/su, '')).not.toMatch(
            /undefined|NaN|object Object/,
          );
      }),
    );
  });

  it('gives the same log whatever sheets are imported again', () => {
    const codes = fc.constantFrom('1,1,0,0', '0,,,', '1,?,,', ',,,');
    const sheet = fc.uniqueArray(fc.tuple(fc.constantFrom('I1', 'I2', 'I3'), codes), {
      selector: ([item]) => item,
    });
    fc.assert(
      fc.property(sheet, (items) => {
        const rows = items.map(([item, own], at) => row(item, own, {}, at + 2));
        const log: CodingAct[] = [...read(rows).acts];
        expect(read(rows, { log }).acts).toEqual([]);
      }),
    );
  });
});

describe('textDigest', () => {
  it('survives encodings, quotation marks and spaces, and no change of a word', () => {
    const text = 'La “economía solidaria” — 10 ≥ 9 — pregunta:  ¿qué?';
    expect(textDigest('La "economía solidaria" - 10 ? 9 - pregunta: ¿qué?')).toBe(textDigest(text));
    expect(textDigest(text.normalize('NFD'))).toBe(textDigest(text));
    expect(textDigest(text.replace('10', '11'))).not.toBe(textDigest(text));
    expect(textDigest(text.replace('qué', 'que'))).not.toBe(textDigest(text));
  });
});
