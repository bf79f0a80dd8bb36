import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/model/passage.ts';
import { readAct } from '../../../src/segment/act/act.ts';
import { sliceCodePoints } from '../../../src/text/codepoints.ts';
import { passagesOf } from '../../support/acts.ts';

const quotes = (text: string, language: Language) =>
  readAct(passagesOf([text], language)).passages.flatMap(({ quotations }) =>
    quotations.map(({ kind, speaker, start, end }) => [
      kind,
      speaker === null ? null : `${speaker.role}: ${speaker.name}`,
      sliceCodePoints(text, start, end),
    ]),
  );

describe('quoted and reported speech', () => {
  it.each([
    [
      'es',
      'La delegación de Ostrania informó que faltan datos.',
      [['reported', 'delegation: delegación de Ostrania', 'faltan datos']],
    ],
    [
      'es',
      'Según el INDEC, la feria crece cada año.',
      [['reported', 'institution: INDEC', 'la feria crece cada año']],
    ],
    ['es', 'Según el artículo 79, la feria crece.', []],
    ['es', 'Ella dijo que la feria crece.', [['reported', null, 'la feria crece']]],
    [
      'es',
      '«La feria es de todos nosotros», dijo Clara Montiel.',
      [['quoted', 'person: Clara Montiel', 'La feria es de todos nosotros']],
    ],
    [
      'es',
      'El Sr. Rui Pires afirmó: “la feria no se vende”.',
      [['quoted', 'person: Rui Pires', 'la feria no se vende']],
    ],
    ['es', 'El programa “Manos del Sur” sigue.', []],
    ['es', 'La obra “RENOVACIÓN DE LAS LUCES DEL PUEBLO VIEJO” sigue.', []],
    [
      'pt',
      'A Secretaria Técnica explicou que o fundo será aberto.',
      [['reported', 'institution: Secretaria Técnica', 'o fundo será aberto']],
    ],
    ['pt', 'Segundo o IBGE, a feira cresce.', [['reported', 'institution: IBGE', 'a feira cresce']]],
    ['pt', 'Segunda-feira, a feira cresce.', []],
    [
      'en',
      'According to the ILO, the fair is growing.',
      [['reported', 'institution: ILO', 'the fair is growing']],
    ],
    [
      'en',
      '"The fair belongs to all of us," said the Chair.',
      [['quoted', 'chair: Chair', 'The fair belongs to all of us,']],
    ],
    ['en', "The growers' fair isn't the towns' fair.", []],
    ['en', 'He added that the road was closed.', [['reported', null, 'the road was closed']]],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(quotes(text, language)).toEqual(expected);
  });
});
