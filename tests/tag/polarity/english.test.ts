import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createGrammar } from '../../../src/tag/polarity/english.ts';
import { sentenceReader } from '../../../src/tag/polarity/sentence.ts';
import { homographs } from '../../support/developed.ts';
import { cues, judgeMarked } from '../../support/judged.ts';

const english = cues.en;
if (english === undefined) throw new Error('expected cues of English');
const isNoun = createGrammar(english.forms.homographs);

function ask(text: string, word: string): boolean {
  const sentence = sentenceReader(text, 'en', english as NonNullable<typeof english>).at(0);
  if (sentence === null) throw new Error('expected a sentence');
  return isNoun(
    sentence,
    sentence.tokens.findIndex(({ lower }) => lower === word),
  );
}

describe('the grammar of English', () => {
  it.each([
    ['Old demands that reduce poverty in the long run were met in May.', 'demands', true],
    ['The Treasury claims that the sector is an add-on.', 'claims', false],
    ['The board of the bank reports that the scheme ended hunger.', 'reports', false],
    ['The hill reduces the wind.', 'reduces', false],
  ])('in %s: `%s` is a noun: %s', (text, word, expected) => {
    expect(ask(text, word)).toBe(expected);
  });

  it('tells whose voice it is where the same word is a noun or a verb of speech, and never worse than without it', () => {
    const right = (isNoun?: () => boolean) =>
      new Set(
        homographs.flatMap(({ marked, frame, voice }, i) =>
          judgeMarked(marked, 'en', frame, isNoun).voice === voice ? [i] : [],
        ),
      );
    const [heard, alone] = [right(), right(() => false)];
    expect([...alone].filter((i) => !heard.has(i))).toEqual([]);
    expect({ of: homographs.length, heard: heard.size, alone: alone.size }).toEqual({
      of: 40,
      heard: 34,
      alone: 30,
    });
  });

  it('prints nothing and changes nothing when it is loaded', () => {
    const script = `
      const before = [Object.keys(globalThis), Object.keys(process.env).length, process.listenerCount('exit')].join();
      require('node:module').createRequire(process.cwd() + '/package.json')('compromise/two')('He claims it.').json();
      const after = [Object.keys(globalThis), Object.keys(process.env).length, process.listenerCount('exit')].join();
      if (before !== after) console.log(before, after);
    `;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('');
  });
});
