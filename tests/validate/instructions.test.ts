import { describe, expect, it } from 'vitest';
import type { LexiconSource } from '../../src/model/lexicon.ts';
import { instructions, titled } from '../../src/validate/instructions.ts';
import { columnsOf } from '../../src/validate/plan.ts';
import { measured } from '../support/codings.ts';
import { plainStudy } from '../support/study.ts';

const entry = {
  definition: 'Another way.',
  include: 'Alternatives.',
  exclude: 'Names of journals (masked).',
  matches: { es: ['Otra economía.', 'Otra.', 'Una tercera.'], en: ['Another economy.'] },
  rejects: { es: ['El otro día.'] },
};
const source = {
  themes: [{ file: 'lexicons/paradigm.yaml', theme: { theme: 'paradigm', categories: { a: entry } } }],
  categories: {},
} as unknown as LexiconSource;
const codebook = { measured, source };
const columns = columnsOf(measured, plainStudy, ['VOICE']);

describe('instructions', () => {
  it('tells of every column what it is, with what belongs to it, what does not, and a few examples', () => {
    const [general, object, nep, ...others] = instructions(columns, 'SSE', codebook, false);
    expect(general?.title).toBe('How to code');
    expect(object?.lines[0]).toBe('Code this first. The object.');
    expect(nep).toEqual({
      title: 'NEP: New paradigm',
      lines: [
        'Another way.',
        'A: Another way.',
        'Include: Alternatives.',
        'Exclude: Names of journals.',
        'For example: “Otra economía.” “Otra.” “Another economy.”',
        'But not: “El otro día.”',
      ],
    });
    expect(others.map(({ title }) => title)).toEqual(['ADD: Add-on', 'PE: Poverty', 'VOICE: Whose words']);
    expect(others.at(-1)?.lines).toContain('other: it quotes or reports others');
  });

  it('tells whoever decides that coders differ', () => {
    expect(instructions(columns, 'SSE', codebook, true)[0]?.lines.join(' ')).toContain('Coders differ');
    expect(instructions(columns, 'SSE', codebook, false)[0]?.lines.join(' ')).not.toContain('said');
  });

  it('has the same codebook on the screen, without what is said of sheets', () => {
    for (const isAdjudication of [false, true]) {
      const [ofSheet, ...sheet] = instructions(columns, 'SSE', codebook, isAdjudication);
      const [ofScreen, ...screen] = instructions(columns, 'SSE', codebook, isAdjudication, 'screen');
      expect(screen).toEqual(sheet);
      expect(ofSheet?.lines.join(' ')).toMatch(/\b(row|column|cell)\b/);
      expect(ofScreen?.lines.join(' ')).not.toMatch(/\b(row|column|cell|sheet|Alt)s?\b/);
      expect(ofScreen?.lines.join(' ')).toMatch(/about the object\. After a no .* count as no/);
    }
  });
});

describe('titled', () => {
  it('gives each column a hint that fits a spreadsheet', () => {
    const long = measured.map((one) => ({ ...one, definition: 'word '.repeat(100) }));
    for (const { hint } of titled(columns, { measured: long, source }))
      expect(hint.length).toBeLessThanOrEqual(250);
    expect(titled(columns, codebook)[1]).toMatchObject({
      code: 'NEP',
      title: 'New paradigm',
      hint: 'Another way. (1, 0, or ? where you cannot tell)',
    });
  });
});
