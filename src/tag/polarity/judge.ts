import type { TermNames } from '../../model/lexicon.ts';
import type { LexiconLanguage, Quotation, Speaker } from '../../model/passage.ts';
import type { Polarity, Voice } from '../../model/tag.ts';
import { codePointCounter } from '../../text/codepoints.ts';
import type { Because } from './operator.ts';
import { polarityOf } from './polarity.ts';
import type { Around } from './report.ts';
import { type Cues, type Sentence, sentenceReader } from './sentence.ts';
import type { Span } from './tokens.ts';
import { voiceOf } from './voice.ts';

/** What is done with the wording of a frame, by whom, and the rules that say so; spans in UTF-16 units of the text. */
export type Judgement = {
  readonly polarity: Polarity;
  readonly voice: Voice;
  readonly speaker: Span | null;
  readonly because: readonly Because[];
};

/** What a judge has to know of a passage. */
export type Judged = {
  readonly text: string;
  readonly language: LexiconLanguage;
  readonly speaker: Speaker | null;
  readonly quotations: readonly Quotation[];
};

const own: Judgement = { polarity: 'affirmed', voice: 'own', speaker: null, because: [] };

/**
 * Makes a judge of the wordings of one passage, each a span in UTF-16 units with what it names. Only its sentence, and for
 * the author's stance the sentences beside it, say anything: nothing else in the passage changes a judgement.
 */
export function createJudge(
  { text, language, speaker, quotations }: Judged,
  cues: Cues,
  isNoun: Around['isNoun'] = null,
): (span: Span, names: TermNames | null) => Judgement {
  const sentences = sentenceReader(text, language, cues);
  const toCodePoints = codePointCounter(text);
  return (span, names) => {
    const index = sentences.indexAt(span.start);
    const sentence = sentences.at(index);
    const place = sentence === null ? null : tokensAt(sentence, span);
    if (sentence === null || place === null) return own;
    const target = { ...place, names };
    const [start, end] = [toCodePoints(span.start), toCodePoints(span.end)];
    const quoted = quotations.filter((one) => one.kind === 'quoted' && one.start <= start && end <= one.end);
    const around = {
      // Read when a view is told, which most wordings are not.
      get previous() {
        return sentences.at(index - 1);
      },
      get next() {
        return sentences.at(index + 1);
      },
      speaker,
      quoted,
      isNoun,
    };
    const { voice, left, right, because, speaker: who, denied } = voiceOf(sentence, target, around);
    const judged = polarityOf(sentence, target, { left, right, held: voice !== 'own' });
    const { polarity } = judged;
    return {
      polarity:
        denied === null || polarity === 'hedged'
          ? polarity
          : polarity === 'affirmed' && names !== 'opponent'
            ? 'negated'
            : 'affirmed',
      voice,
      speaker: who,
      because: [...judged.because, ...(denied === null ? [] : [denied]), ...because],
    };
  };
}

function tokensAt({ tokens }: Sentence, span: Span): { start: number; end: number } | null {
  const start = tokens.findIndex(({ end }) => end > span.start);
  if (start < 0) return null;
  const after = tokens.findIndex(({ start: from }) => from >= span.end);
  const end = after < 0 ? tokens.length : after;
  return end > start ? { start, end } : null;
}
