import { describe, expect, it } from 'vitest';
import { isPartOnly, namesPerson, numberDepth, partRank, startsBullet } from '../../src/segment/cues.ts';
import {
  bullets,
  honorifics,
  openWords,
  pageWords,
  partWords,
  stampWords,
} from '../../src/segment/vocabulary.ts';

/** One line for every word of the tables, and the rank or kind it must have. */
const parts: readonly (readonly [text: string, rank: number | null])[] = [
  ['ANEXO II', 1],
  ['Annex 3', 1],
  ['Apêndice I', 1],
  ['Livro V', 1],
  ['PARTE 2', 2],
  ['Título IX', 3],
  ['CAPITULO III', 4],
  ['Chapter 4', 4],
  ['Sección 2ª', 5],
  ['SEÇÃO I', 5],
  ['Eje 3: Trabajo', 5],
  ['ASUNTO IV.- Presupuesto', 5],
  ['Subseção II', 6],
  ['Art. 12', 7],
  ['Artigo único', 7],
  ['Cláusula 5', 7],
  ['Parágrafo único', 8],
  ['artículo 12 de la ley', null],
  ['Partes que intervienen', null],
  ['Anexos de la memoria', null],
];

describe('vocabulary', () => {
  it.each(parts)('gives the part that `%s` names its rank', (text, rank) => {
    expect(partRank(text)).toBe(rank);
  });

  it('knows a bare name of a part from one with its title', () => {
    expect(['TÍTULO I', 'Capítulo 3.', 'Art. 5º', 'Sección II —'].every(isPartOnly)).toBe(true);
    expect(['TÍTULO I De los fines', 'Capítulo', 'Artículo 5 La ley'].some(isPartOnly)).toBe(false);
  });

  it('knows persons by their titles, and places and things that begin alike from them', () => {
    const persons = [
      'D. JUAN MORENO',
      'DÑA.MARIA RUIZ',
      'Dª Ana',
      'SR. D. LUIS',
      'Sra. Eva Mar',
      'Dra. Paz',
      'Mr. Hill',
    ];
    expect(persons.filter((text) => !namesPerson(text))).toEqual([]);
    const others = ['DISPOSICIONES', 'Datos', 'SECRETARIA', 'Drama', 'Señales', 'Sra', 'MS 12', 'D'];
    expect(others.filter(namesPerson)).toEqual([]);
  });

  it('counts the depth of a number before a capital', () => {
    expect(['3. Fondos', '3.1 Fondos', '3.1.2. Fondos', '2024 fue', '5 años'].map(numberDepth)).toEqual([
      1,
      2,
      3,
      null,
      null,
    ]);
  });

  it('holds no pattern twice, none that does not compile, and every bullet begins an item', () => {
    const patterns = [...partWords.map(({ pattern }) => pattern), ...honorifics, ...pageWords];
    expect(new Set(patterns).size).toBe(patterns.length);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
    for (const bullet of bullets) expect(startsBullet(`${bullet} punto`)).toBe(true);
    expect(openWords.every((word) => /^\p{Ll}+$/u.test(word))).toBe(true);
    for (const stamp of stampWords) expect(stamp).toBe(stamp.toLowerCase());
  });
});
