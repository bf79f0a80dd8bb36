import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentions } from '../../../src/profile/mention/mentions.ts';
import { resolveLexicon } from '../../../src/tag/resolve.ts';
import { tag } from '../../../src/tag/tag.ts';
import { sliceCodePoints } from '../../../src/text/codepoints.ts';
import { readLexicons } from '../../lexicons/read.ts';
import { actorsOf, noActors } from '../../support/actors.ts';
import {
  foundIn,
  type Marked,
  markedPassages,
  passageOf,
  ratesOf,
  score,
  sumOf,
} from '../../support/mentions.ts';
import { matcher } from './make.ts';

const found = (text: string, more: Partial<Marked> = {}) => {
  const passage = passageOf({ id: 'x', language: 'es', zone: 'body', text, ...more });
  return mentions([passage], tag([passage], matcher), noActors);
};

describe('mentions of actors that the lexicon lists', () => {
  const actors = actorsOf(resolveLexicon(readLexicons()).lexicon, matcher);
  const told = (text: string, confidence: number | null = null) => {
    const passage = { ...passageOf({ id: 'x', language: 'es', zone: 'body', text }), confidence };
    return mentions([passage], tag([passage], matcher), actors)
      .filter(({ kind }) => kind === 'actor' || kind === 'role' || kind === 'project')
      .map(({ kind, surface, id, resolved, parent }) => [kind, surface, id, resolved, parent]);
  };

  it('carry its id, its parent and how they were resolved, and so do their roles', () => {
    expect(told('El INAES ejecuta el Plan Raíz.')).toEqual([
      ['actor', 'INAES', 'ar_inaes', 'exact', 'ar_social_development'],
      ['role', 'ejecuta', 'ar_inaes', 'exact', 'ar_social_development'],
    ]);
    expect(told('El Instituto del Agua llegó.')).toEqual([
      ['actor', 'Instituto del Agua', 'name:instituto del agua', null, null],
    ]);
  });

  it('are near ones where no exact name covers them, instead of the exact ones inside', () => {
    expect(told('El lnstituto Social del MERCOSUR ejecuta el Plan Raíz.')).toEqual([
      ['actor', 'lnstituto Social del MERCOSUR', 'mercosur_ism', 'near', 'mercosur'],
      ['role', 'ejecuta', 'mercosur_ism', 'near', 'mercosur'],
    ]);
    expect(told('El Consejo Suramericano de Infraestrutura se reunió.')).toMatchObject([
      ['project', 'Consejo Suramericano de Infraestrutura', 'unasur_cosiplan', 'near', 'unasur'],
    ]);
    expect(told('El 1NACOOP llegó.')).toEqual([]);
    expect(told('El 1NACOOP llegó.', 70)).toEqual([['actor', '1NACOOP', 'uy_inacoop', 'near', 'uy_mtss']]);
  });

  it('keep an exact acronym in brackets before what is only near', () => {
    expect(told('El Instituto Social del MERC0SUR (INAES) llegó.')).toEqual([
      ['actor', 'Instituto Social del MERC0SUR', 'ar_inaes', 'exact', 'ar_social_development'],
    ]);
  });
});

describe('mentions', () => {
  it('tie a role and an amount to the programme named nearest in the sentence', () => {
    const all = found('El INACOOP ejecuta el Plan Raíz con $ 500. El Plan Hoja no tiene dueño.');
    expect(all.map(({ kind, surface, id, programme, of }) => [kind, surface, id, programme, of])).toEqual([
      ['actor', 'INACOOP', 'name:inacoop', null, null],
      ['role', 'ejecuta', 'name:inacoop', 'plan raiz', 3],
      ['programme', 'Plan Raíz', 'plan raiz', null, null],
      ['amount', '$ 500', null, 'plan raiz', null],
      ['programme', 'Plan Hoja', 'plan hoja', null, null],
    ]);
  });

  it('count works as projects only beside a body of integration projects', () => {
    const works = (text: string) =>
      found(text)
        .filter(({ kind }) => kind === 'project')
        .map(({ surface }) => surface);
    expect(works('El COSIPLAN quiere el Puente Las Lajas.')).toEqual(['COSIPLAN', 'Puente Las Lajas']);
    expect(works('La comuna quiere el Puente Las Lajas.')).toEqual([]);
  });

  it('are none in footnotes and in languages without rules', () => {
    expect(found('El INACOOP ejecuta.', { zone: 'footnote' })).toEqual([]);
    expect(found('El INACOOP ejecuta.', { language: 'other' })).toEqual([]);
  });

  it('slice back from the passage and its page, whatever the text', () => {
    const bits = [
      '😀',
      'é',
      ' ',
      '. ',
      '(',
      '$ 1.000',
      'R$ 3 milhões',
      'INACOOP',
      'ejecuta',
      'el Plan Raíz',
      '"',
      'a fin de',
      'sembrar',
      'dirigido a',
      'familias',
      ',',
      'y',
      'Ministerio de',
      '\u0000',
      '2010',
      '%',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'binary', maxLength: 4 })), {
        maxLength: 30,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.constantFrom('es' as const, 'pt' as const, 'en' as const), (written, language) => {
        for (const { start, end, surface, page, pageStart, pageEnd, of } of found(written, { language })) {
          expect(end).toBeGreaterThan(start);
          expect(sliceCodePoints(written, start, end)).toBe(surface);
          expect([page, pageStart, pageEnd]).toEqual([0, start, end]);
          if (of !== null) expect(of).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one line of ten thousand sums', '$ 1.000 y '.repeat(10_000)],
    ['names without end', 'Ministerio de '.repeat(20_000)],
    ['open quotation marks', 'plan "'.repeat(20_000)],
    ['figures without end', '1.234'.repeat(40_000)],
    ['numbers in words without end', 'mil '.repeat(50_000)],
    ['one word', 'a'.repeat(300_000)],
  ])('are bounded work for %s', (_, text) => {
    expect(found(text).length).toBeLessThan(30_000);
  });

  it('find in the invented passages at least four in five of what is there, and little else', () => {
    const scores = new Map();
    for (const passage of markedPassages()) score(foundIn(passage, matcher), passage.marks, scores);
    expect(markedPassages().length).toBeGreaterThanOrEqual(120);
    expect(ratesOf(sumOf(scores.values())).f1).toBeGreaterThan(0.8);
  });
});
