import { describe, expect, it } from 'vitest';
import { checkExamples } from '../../src/tag/examples.ts';
import { makeTerms } from '../../src/tag/terms.ts';
import { readSpeech } from '../lexicons/read.ts';
import { makeSource, type Sketch } from './make.ts';

/** Checks a category `poverty` beside a longer term of another frame and a mask. */
function check(poverty: Sketch, mask: Sketch = {}) {
  const source = makeSource({
    frames: { layer: 'frame', categories: { poverty, paradigm: { es: ['desarrollo social alternativo'] } } },
    masks: { layer: 'mask', categories: { names: { es: ['ministerio de desarrollo social'], ...mask } } },
  });
  return checkExamples(source, makeTerms(source).terms);
}

const terms = { es: ['desarrollo social', 'pobreza'] };
const place = { file: 'frames.yaml', theme: 'frames', category: 'poverty', language: 'es' };

describe('the example sentences', () => {
  it('pass where they match and do not match as they say, without an object near', () => {
    expect(
      check(
        {
          ...terms,
          matches: { es: ['La pobreza crece.'] },
          rejects: { es: ['El Ministerio de Desarrollo Social.', 'Un desarrollo social alternativo.'] },
        },
        {
          matches: { es: ['El Ministerio de Desarrollo Social.'] },
          rejects: { es: ['El desarrollo social.'] },
        },
      ),
    ).toEqual([]);
  });

  it.each([
    ['Nada de nada.', 'none'],
    [
      'El Ministerio de Desarrollo Social.',
      '"Desarrollo Social" taken by `ministerio de desarrollo social` of `masks/names`',
    ],
    [
      'Un desarrollo social alternativo.',
      '"desarrollo social" taken by `desarrollo social alternativo` of `frames/paradigm`',
    ],
  ])('fail where %j should match, and say why it does not', (sentence, found) => {
    expect(check({ ...terms, matches: { es: [sentence] } })).toEqual([
      { code: 'example_missed', ...place, list: 'matches', sentence, found },
    ]);
  });

  it('fail in a language without terms', () => {
    expect(check({ ...terms, matches: { en: ['Poverty.'] } })).toMatchObject([
      { code: 'example_missed', language: 'en' },
    ]);
  });

  it('fail where a term matches what the category rejects, and name the term', () => {
    const sentence = 'Sin «pobreza» alguna.';
    expect(check({ ...terms, rejects: { es: [sentence] } })).toEqual([
      { code: 'example_tagged', ...place, list: 'rejects', sentence, term: 'pobreza', surface: 'pobreza' },
    ]);
    expect(check(terms, { rejects: { es: ['el ministerio de desarrollo social'] } })).toMatchObject([
      { code: 'example_tagged', category: 'names', surface: 'ministerio de desarrollo social' },
    ]);
  });
});

describe('the examples of a line', () => {
  const line = { pattern: 'pobreza', near: { of: ['barrio'], within: 'sentence' as const } };

  it('pass where the line itself behaves', () => {
    const es = [{ ...line, yes: ['La pobreza del barrio.'], no: ['La pobreza de espíritu.'] }, 'hambre'];
    expect(check({ es })).toEqual([]);
  });

  it('fail where another line of the category matches in its stead, or the rule refuses', () => {
    const es = [{ ...line, yes: ['El hambre.', 'La pobreza.'], no: ['Pobreza en el barrio.'] }, 'hambre'];
    expect(check({ es })).toEqual([
      { code: 'example_missed', ...place, list: 'yes', sentence: 'El hambre.', found: 'none' },
      {
        code: 'example_missed',
        ...place,
        list: 'yes',
        sentence: 'La pobreza.',
        found: '"pobreza" refused by the rule `near`',
      },
      {
        code: 'example_tagged',
        ...place,
        list: 'no',
        sentence: 'Pobreza en el barrio.',
        term: 'pobreza',
        surface: 'Pobreza',
      },
    ]);
  });

  it.each([
    ['La pobreza crece en el valle.', null],
    ['Según el banco, la pobreza crece en el valle.', 'attributed'],
    ['El valle no conoce la pobreza.', 'denied'],
  ])('are judged where the language has cues of speech: %s', (sentence, as) => {
    const source = makeSource({
      frames: { layer: 'frame', categories: { poverty: { ...terms, matches: { es: [sentence] } } } },
    });
    const found = checkExamples({ ...source, speech: readSpeech() }, makeTerms(source).terms);
    expect(found.map(({ code, ...more }) => [code, 'as' in more ? more.as : null])).toEqual(
      as === null ? [] : [['example_unheard', as]],
    );
  });

  it('are not judged where they are of no frame', () => {
    const source = makeSource({
      things: {
        layer: 'object',
        categories: { fairs: { es: ['feria'], matches: { es: ['El valle no tiene feria.'] } } },
      },
    });
    expect(checkExamples({ ...source, speech: readSpeech() }, makeTerms(source).terms)).toEqual([]);
  });
});
