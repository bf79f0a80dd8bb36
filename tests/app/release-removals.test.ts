import { describe, expect, it } from 'vitest';
import { releasedRemovals } from '../../src/app/release-removals.ts';
import type { FoundRemovals } from '../../src/model/ports.ts';
import { StudyFile } from '../../src/model/study.ts';
import { offset, pageIndex, passageId } from '../../src/model/units.ts';

const { privacy } = StudyFile.parse({ title: 'x', privacy: { quote_length: 50 } });
const place = { start: offset(3), end: offset(60) };

function found(rights: string | null): FoundRemovals {
  return {
    file: 'acta.pdf',
    rights,
    persons: [
      { ...place, name: 'Zoila Quispe', of: null, passage: passageId(`${'0'.repeat(16)}-${'0'.repeat(12)}`) },
    ],
    labels: ['iv', null],
    removals: [
      {
        ...place,
        page: pageIndex(0),
        reason: 'header',
        text: 'Acta de la Sra. Zoila QUISPE, hoja 4 de 7, y todo lo que sigue',
      },
      { ...place, page: pageIndex(1), reason: 'margin', text: 'Firmado por Otra Persona, 12345678X' },
    ],
  };
}
const texts = (rights: string | null, pseudonym: ((name: string) => string) | null) =>
  [...releasedRemovals([found(rights)], privacy, pseudonym)].map(({ text }) => text);

describe('removals that leave a study', () => {
  it('keep their place and the page as it is cited', () => {
    const rows = [...releasedRemovals([found('CC0')], privacy, null)];
    expect(rows.map(({ cited, removal }) => [cited, removal.page, removal.start, removal.end])).toEqual([
      ['iv', 0, 3, 60],
      ['2', 1, 3, 60],
    ]);
  });

  it('have pseudonyms, and nothing of margins, where names are private', () => {
    expect(texts('CC0', () => 'person X')).toEqual([
      'Acta de la Sra. person X, hoja 4 de 7, y todo lo que sigue',
      null,
    ]);
    expect(texts('CC0', null)).toEqual([
      'Acta de la Sra. Zoila QUISPE, hoja 4 de 7, y todo lo que sigue',
      'Firmado por Otra Persona, 12345678X',
    ]);
  });

  it('are cut where rights are not open, after names are replaced', () => {
    expect(texts(null, () => 'person X')[0]).toBe('Acta de la Sra. person X, hoja 4 de 7, y todo lo q');
  });
});
