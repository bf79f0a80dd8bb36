import { describe, expect, it } from 'vitest';
import { placeLines } from '../../src/segment/layout.ts';
import { type Reading, read } from '../../src/segment/read.ts';
import { bare, documentOf } from './print.ts';

const lines = (...texts: readonly string[]) =>
  placeLines(documentOf([texts.map((text) => bare(text))]))[0]?.lines ?? [];
const reading = (...texts: readonly string[]) => read(lines(...texts), () => 'space');
const runs = ({ runs: some }: Reading) => some.map(({ at, length, start }) => [at, length, start]);

describe('read', () => {
  it('joins lines by single spaces and drops the white space around them', () => {
    const found = reading('  la  casa ', '\tverde\u00a0oscura');
    expect(found.text).toBe('la casa verde oscura');
    expect(runs(found)).toEqual([
      [0, 2, 2],
      [3, 4, 6],
      [8, 5, 13],
      [14, 6, 19],
    ]);
  });

  it('leaves out soft hyphens and characters of no width without parting the word', () => {
    expect(reading('co\u00adope\u200bra\ufeffti\u2060va').text).toBe('cooperativa');
  });

  it('spells out ligatures and composes accents, which then have no run', () => {
    const found = reading('la oﬁcina de economi\u0301a');
    expect(found.text).toBe('la oficina de economía');
    expect(runs(found)).toEqual([
      [0, 4, 0],
      [6, 14, 5],
      [21, 1, 21],
    ]);
  });

  it('marks changed characters at either end by runs of length 0', () => {
    const found = reading('ﬁn cafe\u0301');
    expect(found.text).toBe('fin café');
    expect(runs(found)).toEqual([
      [0, 0, 0],
      [2, 5, 1],
      [8, 0, 8],
    ]);
  });

  it('leaves accents that cannot be composed, and other compatibility characters, as they are', () => {
    expect(reading('x\u0301 ½ ª Å').text).toBe('x\u0301 ½ ª Å');
  });

  it('counts astral characters once', () => {
    expect(runs(reading('😀😀  a'))).toEqual([
      [0, 2, 0],
      [3, 1, 4],
    ]);
  });

  it('drops, keeps or spaces the hyphen at a line end as it is told', () => {
    const both = lines('econo-', 'mía');
    expect(read(both, () => 'drop').text).toBe('economía');
    expect(read(both, () => 'keep').text).toBe('econo-mía');
    expect(read(both, () => 'space').text).toBe('econo- mía');
    expect(read(lines('así -', 'dijo'), () => 'space').text).toBe('así - dijo');
  });

  it('reads the mark of a PDF reader for a hyphen as one', () => {
    expect(read(lines('socio\ufffe', 'económico'), () => 'keep')).toMatchObject({ text: 'socio-económico' });
  });

  it('makes nothing of what cannot be seen', () => {
    expect(reading(' \u200b', '\u0007')).toEqual({ text: '', runs: [] });
  });
});
