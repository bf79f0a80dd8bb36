import type { TermNames } from '../../src/model/lexicon.ts';
import type { LexiconLanguage } from '../../src/model/passage.ts';
import { readAct } from '../../src/segment/act/act.ts';
import { createGrammar } from '../../src/tag/polarity/english.ts';
import { createJudge, type Judgement } from '../../src/tag/polarity/judge.ts';
import type { Around } from '../../src/tag/polarity/report.ts';
import { compileSpeech } from '../../src/tag/polarity/sentence.ts';
import type { Span } from '../../src/tag/polarity/tokens.ts';
import { createReader, type Reader } from '../../src/tag/read.ts';
import { stemmers } from '../../src/tag/stems.ts';
import { makeTerms } from '../../src/tag/terms.ts';
import { readLexicons, readSpeech } from '../lexicons/read.ts';
import { passagesOf } from './acts.ts';

/** The compiled cues that the project ships. */
export const cues = compileSpeech(readSpeech());

/** The theme that a letter of a frame stands for. */
export const themes: Readonly<Record<string, string>> = {
  N: 'new_economic_paradigm',
  P: 'poverty_eradication',
  A: 'add_on',
  I: 'integration_driver',
  M: 'mainstream_policy',
};

/** `the ` before a wording. */
const longestArticle = 4;

let naming: Reader | null = null;

/** Finds the terms that name no frame itself; made when it is first asked for. */
function readNaming(): Reader {
  naming ??= createReader(
    makeTerms(readLexicons(), stemmers)
      .terms.filter(({ names }) => names !== null)
      .map((term) => ({ ...term, rules: [] })),
    { overlap: 'all' },
  );
  return naming;
}

/** What a wording names by the line of its theme that has all of it but for an article. */
function namesOf(
  text: string,
  { start, end }: Span,
  language: LexiconLanguage,
  theme: string,
): TermNames | null {
  const whole = readNaming()(text, language).open.find(
    ({ term, ...one }) =>
      term.theme === theme && one.start >= start && one.start <= start + longestArticle && one.end >= end,
  );
  return whole?.term.names ?? null;
}

const grammar = createGrammar(cues.en?.forms.homographs ?? new Set());

/** Judges the wording in braces of a text. */
export function judgeMarked(
  marked: string,
  language: LexiconLanguage,
  frame: string,
  isNoun?: Around['isNoun'],
): Judgement {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  return judgeAt(marked.replace(/[{}]/gu, ''), { start, end }, language, themes[frame] ?? frame, isNoun);
}

/** Judges a wording of a text that is one passage of its own. */
export function judgeAt(
  text: string,
  span: Span,
  language: LexiconLanguage,
  theme: string,
  isNoun: Around['isNoun'] = language === 'en' ? grammar : null,
): Judgement {
  const [passage] = readAct(passagesOf([text], language)).passages;
  const own = cues[language];
  if (passage === undefined || own === undefined) throw new Error('expected a passage and cues');
  return createJudge(
    { ...passage, language },
    own,
    isNoun,
  )(span, namesOf(passage.text, span, language, theme));
}

/** A frozen passage of tests/fixtures/polarity.yaml. */
export type Frozen = {
  readonly language: LexiconLanguage;
  readonly frame: 'NEP' | 'PE' | 'ADD' | 'INT' | 'MAIN';
  readonly polarity: Judgement['polarity'];
  readonly voice: Judgement['voice'];
  readonly speaker: string | null;
  readonly target: string;
  readonly text: string;
};

/** The theme of a frozen passage's frame. */
export function frozenTheme(frame: Frozen['frame']): string {
  return themes[frame.charAt(0)] ?? frame;
}
