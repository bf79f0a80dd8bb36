import { describe, expect, it } from 'vitest';
import { pairOf, reunited, tokensOf } from '../../../bench/extraction/tokens.ts';

const forms = (text: string) => tokensOf(text).map(({ form }) => form);
const joints = (text: string) =>
  reunited(tokensOf(text), new Set([pairOf('orga', 'nización')])).map(
    ({ form, joint }) => `${form}:${joint}`,
  );

describe('tokensOf', () => {
  it('folds case, ligatures, decomposed accents and full-width digits', () => {
    expect(forms('O\uFB03ce A\u0301GUA \uFF11\uFF12 n.º')).toEqual(['office', 'água', '12', 'n', 'o']);
  });

  it('parts letters from digits and both from punctuation', () => {
    expect(forms('socio-económico 1.200,50 texto3 l’homme')).toEqual([
      'socio',
      'económico',
      '1',
      '200',
      '50',
      'texto',
      '3',
      'l',
      'homme',
    ]);
  });

  it('does not see soft hyphens inside a word, nor characters of no width', () => {
    expect(forms('coope\u00adrativa \ufeffuno\u200b')).toEqual(['cooperativa', 'uno']);
  });

  it('reads letters beyond the basic plane', () => {
    expect(forms('𐐔𐐯𐑅 1')).toEqual(['𐐼𐐯𐑅', '1']);
  });
});

describe('reunited', () => {
  it('says how the parts of a word stood', () => {
    expect(joints('organización')).toEqual(['organización:joined']);
    expect(joints('orga-nización')).toEqual(['organización:hyphen']);
    expect(joints('orga\u2010nización')).toEqual(['organización:hyphen']);
    expect(joints('orga\ufffenización')).toEqual(['organización:hyphen']);
    expect(joints('orga-\nnización')).toEqual(['organización:parted']);
    expect(joints('orga\u00ad\nnización')).toEqual(['organización:parted']);
    expect(joints('orga nización')).toEqual(['organización:parted']);
  });

  it('leaves other neighbours alone', () => {
    expect(joints('orga - uno nización')).toEqual(['orga:joined', 'uno:joined', 'nización:joined']);
  });
});
