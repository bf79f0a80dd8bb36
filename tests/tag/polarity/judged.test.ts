import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexiconLanguage, Passage } from '../../../src/model/passage.ts';
import { lexiconLanguages } from '../../../src/model/passage.ts';
import { compile } from '../../../src/tag/compile.ts';
import { resolveLexicon } from '../../../src/tag/resolve.ts';
import { tag } from '../../../src/tag/tag.ts';
import { readLexicons } from '../../lexicons/read.ts';
import { makePassage } from '../make.ts';

const { lexicon } = resolveLexicon(readLexicons());
const matcher = compile(lexicon, { object: 'SSE' });

function frames(text: string, language: LexiconLanguage, more: Partial<Passage> = {}) {
  const passage = { ...makePassage(text, language), ...more };
  return tag([passage], matcher).filter(({ layer, polarity }) => layer === 'frame' && polarity !== null);
}

describe('frames with polarity and voice', () => {
  it.each([
    [
      'en',
      'The co-operative fights poverty reduction battles: poverty eradication is its work.',
      'affirmed',
      'own',
      null,
    ],
    ['en', 'The co-operatives did not bring about poverty eradication.', 'negated', 'own', 'negated'],
    ['en', 'The co-operatives aim at poverty eradication.', 'hedged', 'own', null],
    [
      'en',
      'The Bank says that co-operatives are for poverty eradication.',
      'affirmed',
      'neutral',
      'attributed',
    ],
    ['es', 'Las cooperativas no lograron la erradicación de la pobreza.', 'negated', 'own', 'negated'],
    [
      'es',
      'Según el Banco Austral, las cooperativas sirven a la erradicación de la pobreza.',
      'affirmed',
      'neutral',
      'attributed',
    ],
    ['pt', 'As cooperativas não trouxeram a erradicação da pobreza.', 'negated', 'own', 'negated'],
    [
      'pt',
      'Segundo o Banco Austral, as cooperativas servem à erradicação da pobreza.',
      'affirmed',
      'neutral',
      'attributed',
    ],
  ] as const)('in %s: %s', (language, text, polarity, voice, blocked) => {
    const last = frames(text, language).at(-1);
    expect(last).toMatchObject({ polarity, voice, blocked });
  });

  it('name the rules with their places in code points', () => {
    const [only] = frames('👍👍 The co-operatives never brought poverty eradication.', 'en');
    expect(only?.because).toEqual(['en/not 21-26']);
  });

  it('take the speaker and the quotations of their passage', () => {
    const text = 'Co-operatives are about poverty eradication.';
    const speaker = { name: 'Ms Orr' };
    const quotations = [{ kind: 'quoted', start: 0, end: [...text].length }];
    expect(frames(text, 'en')[0]?.voice).toBe('own');
    expect(frames(text, 'en', { speaker } as unknown as Partial<Passage>)[0]).toMatchObject({
      voice: 'neutral',
      blocked: 'attributed',
    });
    expect(frames(text, 'en', { quotations } as unknown as Partial<Passage>)[0]).toMatchObject({
      voice: 'neutral',
    });
  });

  it('are all the author’s and affirmed in a lexicon without cues', () => {
    const bare = compile({ ...lexicon, speech: {} }, { object: 'SSE' });
    const tags = tag([makePassage('The co-operatives did not bring about poverty eradication.', 'en')], bare);
    expect(tags.filter(({ blocked }) => blocked === 'negated' || blocked === 'attributed')).toEqual([]);
    expect(tags.filter(({ polarity, voice }) => polarity !== null || voice !== null)).toEqual([]);
  });

  it('say nothing of objects and of frames that do not count', () => {
    const tags = tag([makePassage('We did not bring about poverty eradication.', 'en')], matcher);
    expect(tags.map(({ blocked, polarity }) => [blocked, polarity])).toEqual([['object_far', null]]);
  });

  it('survive any text, and name places inside it', () => {
    const piece = fc.constantFrom(
      'not ',
      'no ',
      'não ',
      '“',
      '”',
      '«',
      '»',
      ': ',
      '; ',
      ', ',
      '. ',
      '? ',
      'but ',
      'pero ',
      'que ',
      'that ',
      'says ',
      'dijo ',
      'segundo ',
      'co-operatives ',
      'las cooperativas ',
      'poverty eradication ',
      'erradicación de la pobreza ',
      'erradicação da pobreza ',
      '👍 ',
      'claims ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom(...lexiconLanguages),
        (pieces, language) => {
          const text = pieces.join('');
          for (const { because } of frames(text, language)) {
            for (const one of because) {
              const [, start = -1, end = -1] = (/ (\d+)-(\d+)$/.exec(one) ?? []).map(Number);
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual([...text].length);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are judged in linear work in a line without end', () => {
    const text = `They ${'say that they did not, '.repeat(4000)} bring poverty eradication by co-operatives.`;
    expect(frames(text, 'en')).toHaveLength(1);
  });
});
