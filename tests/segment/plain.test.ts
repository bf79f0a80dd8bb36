import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/document.ts';
import { segment } from '../../src/segment/segment.ts';
import { bare, documentOf, wrap } from './print.ts';

const lines = (text: string): Line[] => text.split('\n').map((line) => bare(line));
const passages = (some: readonly Line[]) => segment(documentOf([some]), { language: 'es' }).passages;
const texts = (some: readonly Line[]) => passages(some).map(({ text }) => text);

const first =
  'La economía social reúne a cooperativas y mutuales que producen bienes y servicios para sus socios y para la comunidad.';
const second =
  'El consejo acordó apoyar con crédito a las ferias, y pidió un informe sobre los avances de cada región antes de fin de año.';
const third = 'Quedó aprobada el acta.';
const hard = (text: string) => wrap(text, 50).map((line) => bare(line));

describe('paragraphs of plain text', () => {
  it('takes every line as a paragraph where no line is wrapped', () => {
    expect(texts(lines(`${first}\n${second}\n${third}`))).toEqual([first, second, third]);
  });

  it('parts hard-wrapped text at blank lines', () => {
    expect(texts([...hard(first), bare(''), ...hard(second), bare(' '), ...hard(third)])).toEqual([
      first,
      second,
      third,
    ]);
  });

  it('parts hard-wrapped text without blank lines at short last lines', () => {
    expect(texts([...hard(first), ...hard(second), ...hard(third)])).toEqual([first, second, third]);
  });

  it('reads on through a page number that was taken out', () => {
    const numbered = [1, 2, 3, 4].flatMap((n) => [
      ...hard(first).slice(0, 2),
      bare(String(n)),
      ...hard(first).slice(2),
      bare(''),
      ...hard(second),
      bare(''),
    ]);
    expect(texts(numbered)).toEqual([1, 2, 3, 4].flatMap(() => [first, second]));
  });

  it('sees through blank lines where every printed line stands apart', () => {
    const spaced = [first, second, first, second]
      .flatMap((text) => hard(text))
      .flatMap((line) => [line, bare('')]);
    expect(texts(spaced)).toEqual([first, second, first, second]);
  });

  it('sees through block marks where every printed line is marked as a paragraph', () => {
    const marked = [first, second, first, second]
      .flatMap((text) => wrap(text, 50))
      .map((line) => bare(line, 'paragraph'));
    expect(texts(marked)).toEqual([first, second, first, second]);
  });

  it('keeps marked blocks as they are where they are paragraphs', () => {
    const marked = [first, second, 'y', third].map((text) => bare(text, 'paragraph'));
    expect(texts(marked)).toEqual([first, second, 'y', third]);
  });

  it('tells headings, list items and rows of tables', () => {
    const some = lines(
      'CAPÍTULO II\n\nArtículo 25\n\n• Feria de productores.\n\n1. Crédito.\n\nRubro    Monto    Año\n\nTexto corrido.',
    );
    expect(passages(some).map(({ form }) => form)).toEqual([
      'heading',
      'heading',
      'list_item',
      'list_item',
      'table_row',
      'paragraph',
    ]);
  });

  it('gives marked blocks the form of their role', () => {
    const some = [
      bare('Título', 'heading'),
      bare('punto', 'list_item'),
      bare('a | b', 'table_row'),
      bare('texto', 'paragraph'),
    ];
    expect(passages(some).map(({ form }) => form)).toEqual([
      'heading',
      'list_item',
      'table_row',
      'paragraph',
    ]);
  });
});
