import { describe, expect, it } from 'vitest';
import { namePattern, stageOf } from '../../src/relate/names.ts';

const pattern = (file: string) => namePattern(file).pattern;

describe('the name of a file', () => {
  it.each([
    ['actas/acta_03_es.pdf', 'actas/acta_03_pt.pdf'],
    ['actas/es/acta 03.pdf', 'actas/pt/acta 03.docx'],
    ['Discurso2009.txt', 'Discurso2009Ingles.txt'],
    ['debate/EN.txt', 'debate/ES.txt'],
    ['DEC-12-ESP.pdf', 'DEC-12-POR.pdf'],
    ['acta-português.pdf', 'acta-español.pdf'],
  ])('%s and %s are one but for the language', (one, other) => {
    expect(pattern(one)).toBe(pattern(other));
    expect(namePattern(one).marked).not.toBe(namePattern(other).marked);
  });

  it.each([
    ['actas/acta_03_es.pdf', 'actas/acta_04_pt.pdf'],
    ['red/acta_es.pdf', 'consejo/acta_pt.pdf'],
    ['acta.pdf', 'actas.pdf'],
  ])('%s and %s are not', (one, other) => {
    expect(pattern(one)).not.toBe(pattern(other));
  });

  it('and its title tell how far an act has come', () => {
    const stages = [
      'Declaración-borrador.docx',
      'minuta_declaracao.docx',
      'Declaración.docx',
      'declaracion_rev.1.docx',
      'declaracion rev 2.docx',
      'declaracion_FINAL.pdf',
    ].map((file) => stageOf(file, null));
    expect(stages).toEqual([0, 0, 1, 1.01, 1.02, 2]);
    expect(stageOf('a.pdf', 'Anteprojeto de lei')).toBe(0);
    expect(stageOf('borradores/a.pdf', null)).toBe(1);
  });
});
