import { describe, expect, it } from 'vitest';
import { CodingColumn } from '../../src/model/coding.ts';
import { askedColumns, documentCode, documentQuestions } from '../../src/model/document-codes.ts';
import { mentionColumns } from '../../src/model/mention-codes.ts';
import { dilution } from '../support/study.ts';

describe('documentQuestions', () => {
  it('asks what hypotheses about documents need, once each, and of whose documents', () => {
    const found = documentQuestions([dilution, dilution]);
    expect(found.map(({ code, hypothesis }) => [code, hypothesis])).toEqual([
      ['H2B_SUBSTANTIVE', 'H2b'],
      ['DEF', 'H7'],
    ]);
    expect(found[0]?.institutions).toContain('COSIPLAN');
    expect(found[1]?.institutions).toBeNull();
    for (const { code } of found)
      expect(CodingColumn.safeParse({ code, values: ['1', '0'] }).success).toBe(true);
    expect(documentQuestions([])).toEqual([]);
  });

  it('is of no other measure', () => {
    expect(documentCode('H1', { count: 'passages', of: 'claimed' })).toBeNull();
    expect(documentCode('H8d', { count: 'activities' })).toBeNull();
  });

  it('says in words what is no category of the lexicon', () => {
    const extra = askedColumns([dilution]).filter(
      ({ code }) => !mentionColumns([dilution]).some((one) => one.code === code),
    );
    expect(extra.map(({ code }) => code)).toEqual(['H2B_SUBSTANTIVE']);
    expect(extra[0]?.definition).toMatch(/a target, a budget or an action/);
  });
});
