import { describe, expect, it } from 'vitest';
import { languagesOf } from '../../src/segment/language.ts';

const spanish =
  'El consejo de la cooperativa acordó ayer que los socios nuevos aporten durante el primer año solamente la mitad de la cuota.';
const portuguese =
  'O conselho da cooperativa decidiu ontem que os sócios novos contribuam durante o primeiro ano apenas com metade da quota.';
const english =
  'Yesterday the board of the cooperative agreed that new members should pay only half of the fee during their first year.';
const french =
  'Le conseil de la coopérative a décidé hier que les nouveaux membres ne paieraient que la moitié de la cotisation cette année.';

describe('languagesOf', () => {
  it('tells the languages of longer passages without being told', () => {
    expect(languagesOf([spanish], null)).toEqual(['es']);
    expect(languagesOf([portuguese], null)).toEqual(['pt']);
    expect(languagesOf([english], null)).toEqual(['en']);
    expect(languagesOf([french], null)).toEqual(['other']);
  });

  it('gives short passages the language of the document', () => {
    expect(languagesOf(['Total', spanish, spanish, 'Introduction'], null)).toEqual(['es', 'es', 'es', 'es']);
    expect(languagesOf(['Total general', 'Agenda'], 'pt')).toEqual(['pt', 'pt']);
  });

  it('leaves the language of the manifest only on strong evidence', () => {
    expect(languagesOf([english, portuguese, spanish, french], 'es')).toEqual(['en', 'pt', 'es', 'other']);
    expect(languagesOf(['Cooperative housing in Uruguay'], 'es')).toEqual(['es']);
  });

  it('takes a manifest that says nothing as no manifest', () => {
    expect(languagesOf([english, 'Total'], 'und')).toEqual(['en', 'en']);
  });

  it('knows a document in another language', () => {
    expect(languagesOf([french, 'Total', english], 'other')).toEqual(['other', 'other', 'en']);
  });

  it('says und where there is no letter, or nothing to tell by', () => {
    expect(languagesOf(['2010 — 2014', '', '…'], 'es')).toEqual(['und', 'und', 'und']);
    expect(languagesOf([], null)).toEqual([]);
  });

  it('takes from names and addresses in a list no other language', () => {
    const names = Array.from({ length: 12 }, (_, i) => `Juan Pérez ${i}, María Gómez`).join('; ');
    expect(languagesOf([names], 'es')).toEqual(['es']);
  });
});
