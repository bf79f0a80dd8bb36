import { readFileSync } from 'node:fs';
import { type LexiconLanguage, lexiconLanguages } from '../../src/model/passage.ts';
import type { Polarity, Voice } from '../../src/model/tag.ts';

/**
 * A sentence on which the rules were made: invented, and none of the frozen ones, which nobody read who wrote it. The
 * wording stands in braces; `frame` is N new paradigm, P poverty, A add-on, I integration, M economic policy.
 */
export type Developed = {
  readonly language: LexiconLanguage;
  readonly frame: string;
  readonly polarity: Polarity;
  readonly voice: Voice;
  readonly marked: string;
};

const polarities: Readonly<Record<string, Polarity>> = { a: 'affirmed', n: 'negated', h: 'hedged' };
const voices: Readonly<Record<string, Voice>> = {
  o: 'own',
  e: 'endorsed',
  n: 'neutral',
  r: 'rejected',
};
const row = /^([NPAIM]) ([anh]) ([oenr]) \| (.+)$/;

/** The sentences of `tests/fixtures/judged/`, one a line: frame, polarity and voice by their letters, then the text. */
export const developed: readonly Developed[] = lexiconLanguages.flatMap((language) =>
  sentencesOf(language, language),
);

/** English sentences with words that are nouns or verbs of speech by their place, half of either. */
export const homographs: readonly Developed[] = sentencesOf('homographs', 'en');

function sentencesOf(file: string, language: LexiconLanguage): readonly Developed[] {
  const lines = readFileSync(`tests/fixtures/judged/${file}.txt`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [, frame = '', p = '', v = '', marked = ''] = row.exec(line) ?? [];
    const [polarity, voice] = [polarities[p], voices[v]];
    if (polarity === undefined || voice === undefined)
      throw new Error(`expected frame, polarity, voice and a text, got \`${line}\``);
    return { language, frame, polarity, voice, marked };
  });
}
