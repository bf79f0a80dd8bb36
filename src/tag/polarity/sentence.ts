import type { LexiconLanguage } from '../../model/passage.ts';
import { type Cue, createFinder } from './cue.ts';
import { en } from './cues/en.ts';
import { es } from './cues/es.ts';
import type { BarrierKind, Cues, PolarityKind, VoiceKind } from './cues/kinds.ts';
import { pt } from './cues/pt.ts';
import { type Span, sentencesOf, type Token, tokensOf } from './tokens.ts';

/** A sentence of a passage with all that stands in it. */
export type Sentence = {
  readonly language: LexiconLanguage;
  readonly text: string;
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly polarity: readonly Cue<PolarityKind>[];
  /** What bears on wording before it. */
  readonly afterwards: readonly Cue<PolarityKind>[];
  readonly barriers: readonly Cue<BarrierKind>[];
  readonly voice: readonly Cue<VoiceKind>[];
  readonly verdicts: readonly Cue<'right' | 'wrong'>[];
};

/** The cues of each language. */
export const cuesOf: Readonly<Record<LexiconLanguage, Cues>> = { es, pt, en };

/** Kinds of cues of voice that stand beside each other and inside one another: each set is looked for by itself. */
const layers: readonly (readonly VoiceKind[])[] = [
  ['agree', 'right', 'wrong', 'disagree'],
  ['who', 'self'],
  ['that', 'as'],
  ['idea', 'myth'],
  ['resolve'],
];

function layered(table: Cues['voice']): (tokens: readonly Token[]) => readonly Cue<VoiceKind>[] {
  const rest = (Object.keys(table) as VoiceKind[]).filter((kind) => !layers.flat().includes(kind));
  const made = [...layers, rest].map((kinds) =>
    createFinder<VoiceKind>(Object.fromEntries(kinds.map((kind) => [kind, table[kind]]))),
  );
  return (tokens) => made.flatMap((find) => find(tokens)).sort((a, b) => a.start - b.start || a.end - b.end);
}

const makeFinders = ({
  polarity: { not_after, maybe_after, ...before },
  barriers,
  voice,
  verdicts,
}: Cues) => ({
  polarity: createFinder<PolarityKind>(before),
  afterwards: createFinder<PolarityKind>({ not_after, maybe_after }),
  barriers: createFinder(barriers),
  voice: layered(voice),
  verdicts: createFinder(verdicts),
});
const finders = { es: makeFinders(es), pt: makeFinders(pt), en: makeFinders(en) };

/** Makes a function that reads the n-th sentence of a text, once. */
export function sentenceReader(
  text: string,
  language: LexiconLanguage,
): { readonly at: (index: number) => Sentence | null; readonly indexAt: (place: number) => number } {
  const spans = sentencesOf(text);
  const read = new Map<number, Sentence>();
  return {
    indexAt: (place) => {
      let low = 0;
      let high = spans.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((spans[middle]?.start ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    at: (index) => {
      const span = spans[index];
      if (span === undefined) return null;
      const known = read.get(index);
      if (known !== undefined) return known;
      const tokens = tokensOf(text, span);
      const find = finders[language];
      const made = {
        language,
        text,
        span,
        tokens,
        polarity: find.polarity(tokens),
        afterwards: find.afterwards(tokens),
        barriers: find.barriers(tokens),
        voice: find.voice(tokens),
        verdicts: find.verdicts(tokens),
      };
      read.set(index, made);
      return made;
    },
  };
}
