import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/model/lexicon.ts';
import { nearActors } from '../../src/tag/near.ts';
import { createReader } from '../../src/tag/read.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { readLexicons } from '../lexicons/read.ts';
import { makeSource } from './make.ts';

/** A finder over actors of one alias each, every alias a term of the category `all`. */
function finder(aliases: Readonly<Record<string, string>>) {
  const patterns = Object.values(aliases);
  const made = makeSource({ bodies: { layer: 'actor', categories: { all: { es: patterns } } } });
  const actors: Theme['actors'] = Object.fromEntries(
    Object.entries(aliases).map(([id, alias]) => [id, { name: id, aliases: [alias] }]),
  );
  const source = {
    ...made,
    themes: made.themes.map(({ file, theme }) => ({ file, theme: { ...theme, actors } })),
  };
  const { lexicon } = resolveLexicon(source);
  const near = nearActors(lexicon.actors, createReader(lexicon.terms));
  return (text: string, isScanned = false) =>
    near(text, isScanned).map(({ start, end, actor }) => `${actor.id}: ${text.slice(start, end)}`);
}

const find = finder({
  social: 'Ministerio de Desarrollo Social',
  ism: 'Instituto Social del MERCOSUR',
  mercosur: 'MERCOSUR',
  sur: 'Banco del Sur',
  council: 'Consejo Interamericano de Cooperativismo',
});

describe('names nearly of an actor', () => {
  it.each([
    ['el Ministerio de Desarollo Social,', 'social: Ministerio de Desarollo Social'],
    ['MINISTERIO DE DESARROLLO SOCAIL', 'social: MINISTERIO DE DESARROLLO SOCAIL'],
    ['el lnstituto Social del MERCOSUR', 'ism: lnstituto Social del MERCOSUR'],
    ['el Instituto Socia1 dcl MERCOSUR', 'ism: Instituto Socia1 dcl MERCOSUR'],
    ['el Consejo Interamercano de Coperativismo', 'council: Consejo Interamercano de Coperativismo'],
  ])('are those with few edits: %s', (text, expected) => {
    expect(find(text)).toEqual([expected]);
  });

  it.each([
    ['exactly a name', 'el Ministerio de DESARROLLO social; el Instituto Social del MERCOSUR'],
    ['with another short word', 'Banco del Sud, Banco del Sol, Instituto Social de MERCOSUR'],
    ['with a word of its own', 'Ministerio de Desarrollo Rural, Ministerio de Trabajo Social'],
    ['with no word as it should be', 'Minsterio de Desarollo Socail'],
    ['with more edits than letters allow', 'Ministerrio de Desarrolllo Soociall'],
    ['without its capitals', 'un ministerio de desarollo social'],
    ['over a stop', 'Ministerio de Desarollo. Social'],
    ['one word on a page with text of its own', 'el MERC0SUR'],
    ['nothing', ''],
  ])('are not those %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });

  it('are of one word where OCR read it, by signs that scans take for one another', () => {
    expect(find('el MERC0SUR', true)).toEqual(['mercosur: MERC0SUR']);
    expect(find('el MERCOSVR, el Merc0sur', true)).toEqual([]);
  });

  it('are the longest of those that overlap', () => {
    expect(find('el Instituto Socia1 del MERC0SUR', true)).toEqual(['ism: Instituto Socia1 del MERC0SUR']);
  });

  it('are of nobody where two actors are equally near, and of the nearer one where they are not', () => {
    const twins = finder({ one: 'Fondo Social Marino', two: 'Fondo Social Marina' });
    expect(twins('el Fondo Social Marin')).toEqual([]);
    expect(twins('el Fondo Socal Marino')).toEqual(['one: Fondo Socal Marino']);
  });

  it('hold any one edit in a long word of any name of the lexicons, and give its actor or nobody', () => {
    const { lexicon } = resolveLexicon(readLexicons());
    const near = nearActors(lexicon.actors, createReader(lexicon.terms));
    const names = lexicon.actors.flatMap(({ id, aliases }) =>
      aliases.filter((alias) => alias.match(/\p{L}{6,}/gu)?.length).map((alias) => ({ id, alias })),
    );
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(),
        letter,
        ({ id, alias }, which, where, sign) => {
          const words = [...alias.matchAll(/\p{L}{6,}/gu)];
          const { index, 0: word } = words[which % words.length] ?? { index: 0, 0: '' };
          const at = index + 1 + (where % (word.length - 1));
          const written = alias.slice(0, at) + sign + alias.slice(at + 1);
          const found = near(written, false);
          expect(found.filter(({ actor }) => actor.id !== id)).toEqual([]);
          for (const { start, end } of found) expect([start, end]).toEqual([0, written.length]);
        },
      ),
    );
  });

  it('take bounded work over a long line of words that names are made of', () => {
    expect(find('Social Desarrollo MERCOSUR Instituto '.repeat(20_000), true)).toEqual([]);
  });
});
