import { describe, expect, it } from 'vitest';
import type { LexiconLanguage } from '../../../src/model/passage.ts';
import { openingOf } from '../../../src/tag/polarity/opening.ts';
import { sentenceReader } from '../../../src/tag/polarity/sentence.ts';
import { at } from '../../../src/tag/polarity/tokens.ts';
import { developed } from '../../support/developed.ts';
import { cues, judgeMarked } from '../../support/judged.ts';

function opens(text: string, language: LexiconLanguage): string {
  const own = cues[language];
  const sentence = own === undefined ? null : sentenceReader(text, language, own).at(0);
  if (sentence === null) throw new Error('expected a sentence');
  return at(sentence.tokens, openingOf(sentence)).lower;
}

describe('where a sentence begins', () => {
  it.each([
    ['en', 'In the second year, what the Bank calls help is debt.', 'what'],
    ['en', 'What the Bank calls help, we call debt.', 'what'],
    ['en', 'In the view of the Bank, it is debt.', 'in'],
    ['pt', 'No segundo ano do plano, contra o Banco, dizemos que não.', 'contra'],
    ['es', 'Tras la reforma, lo que el Banco llama ayuda es deuda.', 'lo'],
  ] as const)('in %s: %s', (language, text, word) => {
    expect(opens(text, language)).toBe(word);
  });
});

/** Words that say nothing of a view, and so must leave how it is judged as it was. */
const idle = {
  en: ['The annex lists the districts concerned.', 'In the second year of the programme, '],
  es: ['El anexo trae la lista de los municipios.', 'Tras la reforma del año anterior, '],
  pt: ['O anexo traz a lista dos municípios.', 'Após a reforma do ano anterior, '],
} as const;

describe('words that say nothing', () => {
  it.each(['en', 'es', 'pt'] as const)('leave the sentences of development in %s as they are', (language) => {
    const [sentence, phrase] = idle[language];
    const own = developed.filter((one) => one.language === language);
    const kept = (change: (marked: string) => string): number => {
      const same = own.filter(({ marked, frame }) => {
        const before = judgeMarked(marked, language, frame);
        const after = judgeMarked(change(marked), language, frame);
        return before.polarity === after.polarity && before.voice === after.voice;
      });
      return same.length / own.length;
    };
    expect(kept((marked) => `${sentence} ${marked}`)).toBeGreaterThanOrEqual(0.99);
    expect(kept((marked) => `${marked} ${sentence}`)).toBeGreaterThanOrEqual(0.99);
    expect(
      kept((marked) => phrase + marked.charAt(0).toLowerCase() + marked.slice(1)),
    ).toBeGreaterThanOrEqual(0.97);
  });
});
