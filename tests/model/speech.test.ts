import { describe, expect, it } from 'vitest';
import { Speech } from '../../src/model/speech.ts';
import { readSpeech } from '../lexicons/read.ts';

const { es } = readSpeech();
if (es === undefined) throw new Error('expected cues of Spanish');
const takes = (pattern: string) =>
  Speech.safeParse({ es: { ...es, polarity: { ...es.polarity, not: [pattern] } } }).success;

describe('cues of speech', () => {
  it.each(['no', '=nó', 'confi*', '(a|b c) [d] ~8 , si', 'posible :', 'a ~2 b', ';'])(
    'may be `%s`',
    (pattern) => {
      expect(takes(pattern)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    '*',
    '=',
    '(en nada',
    'en nada)',
    '(a]',
    'a|b',
    '~3 a',
    '~40',
    'parecer*ia',
    'a~2',
    'no, que',
    '50%',
  ])('may not be `%s`, which is no pattern or never found', (pattern) => {
    expect(takes(pattern)).toBe(false);
  });
});
