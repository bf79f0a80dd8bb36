import { describe, expect, it } from 'vitest';
import { CodingColumn } from '../../src/model/coding.ts';
import { mentionColumns } from '../../src/model/mention-codes.ts';
import { dilution } from '../support/study.ts';

describe('mentionColumns', () => {
  it('asks for both kinds of every hypothesis about mentions that is tested', () => {
    const codes = mentionColumns([dilution]).map(({ code }) => code);
    const both = (...ids: readonly string[]) => ids.flatMap((id) => [`${id}_A`, `${id}_B`]);
    expect(codes).toEqual([
      ...['H2B_REQUEST', 'H2B_PROPOSAL', 'H2B_PARTICIPATION'],
      ...both('H3', 'H3W', 'H4', 'H5', 'H6'),
      ...['H8D_PROGRAMME', 'H8D_AMOUNT', 'H8D_ACTION'],
      ...both('H11'),
      ...['H11_C', 'H11_D'],
    ]);
    for (const code of codes) expect(CodingColumn.safeParse({ code, values: ['1', '0'] }).success).toBe(true);
  });

  it('says in words what either kind is, without the names of the lexicon', () => {
    const of = (code: string) => mentionColumns([dilution]).find((one) => one.code === code)?.definition;
    expect(of('H4_A')).toContain('people whom a policy serves that are: poor, frontier');
    expect(of('H3_B')).toContain('is implementing in something and is none of: social ministries');
    expect(of('H5_B')).toContain('pays for something and is one of: movement networks');
    for (const { definition } of mentionColumns([dilution])) expect(definition).not.toMatch(/[/_]/);
  });

  it('says which field of the profile an answer tells of', () => {
    const fields = new Map(mentionColumns([dilution]).map(({ code, field }) => [code, field]));
    expect(fields.get('H3_A')).toBe('implementing');
    expect(fields.get('H5_B')).toBe('funding');
    expect(fields.get('H4_A')).toBe('beneficiaries');
    expect([fields.get('H11_A'), fields.get('H11_C')]).toEqual(['objectives', 'implementing']);
    expect([fields.get('H8D_PROGRAMME'), fields.get('H8D_AMOUNT')]).toEqual(['programmes', 'amounts']);
    expect([fields.get('H6_A'), fields.get('H2B_REQUEST')]).toEqual([null, null]);
  });

  it('asks nothing of claims without such hypotheses', () => {
    expect(mentionColumns([])).toEqual([]);
    const passages = { hypotheses: dilution.hypotheses.filter(({ id }) => ['H1', 'H7', 'H9'].includes(id)) };
    expect(mentionColumns([passages])).toEqual([]);
  });
});
