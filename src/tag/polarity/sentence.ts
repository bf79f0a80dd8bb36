import type { LexiconLanguage } from '../../model/passage.ts';
import type {
  BarrierKind,
  PolarityKind,
  SideKind,
  Speech,
  SpeechOf,
  SubjectKind,
  VoiceKind,
  WordKind,
} from '../../model/speech.ts';
import { type Beginnings, createBeginnings } from './beginnings.ts';
import { type Cue, type CuePattern, createFinder } from './cue.ts';
import { type Span, sentencesOf, type Token, tokensOf } from './tokens.ts';
import { createWords, type Words } from './words.ts';

/** A sentence of a passage with all that stands in it. */
export type Sentence = {
  readonly language: LexiconLanguage;
  readonly text: string;
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly forms: Forms;
  readonly words: WordLists;
  readonly polarity: readonly Cue<PolarityKind>[];
  /** What bears on wording before it. */
  readonly afterwards: readonly Cue<PolarityKind>[];
  readonly barriers: readonly Cue<BarrierKind>[];
  readonly voice: readonly Cue<VoiceKind>[];
  readonly verdicts: readonly Cue<'right' | 'wrong'>[];
  readonly sides: readonly Cue<SideKind>[];
  readonly subjects: readonly Cue<SubjectKind>[];
};

/** What the form of a word says: see `Speech`. */
type Forms = {
  readonly finite: RegExp;
  readonly future: RegExp;
  readonly telling: RegExp;
  readonly wished: RegExp;
  readonly joined: RegExp;
  readonly bare: RegExp;
  readonly articles: ReadonlySet<string>;
  readonly effects: ReadonlySet<string>;
  readonly homographs: ReadonlySet<string>;
  readonly transitive: Words;
};

/** The words of a language by their kind: see `wordKinds`. */
export type WordLists = Readonly<Record<WordKind, Words>>;

/** Compiled cues of one language. */
export type Cues = {
  readonly forms: Forms;
  readonly words: WordLists;
  readonly find: (tokens: () => readonly Token[]) => Found;
};

type Found = Pick<
  Sentence,
  'tokens' | 'polarity' | 'afterwards' | 'barriers' | 'voice' | 'verdicts' | 'sides' | 'subjects'
>;

/** Kinds of cues of voice that stand beside each other and inside one another: each set is looked for by itself. */
const layers: readonly (readonly VoiceKind[])[] = [
  ['agree'],
  ['right', 'wrong', 'disagree'],
  ['who', 'self'],
  ['that', 'as'],
  ['idea', 'myth'],
  ['resolve'],
  ['floor'],
];

/** Compiled cues of the languages that have some. */
export type CuesByLanguage = Readonly<Partial<Record<LexiconLanguage, Cues>>>;

/** Compiles the cues of every language; throws a RangeError on a pattern that is none. */
export function compileSpeech(speech: Speech): CuesByLanguage {
  return Object.fromEntries(Object.entries(speech).map(([language, cues]) => [language, compileCues(cues)]));
}

/** Compiles the cues of a language; throws a RangeError on a pattern that is none. */
function compileCues({ polarity, barriers, voice, verdicts, sides, words, ...forms }: SpeechOf): Cues {
  const { not_after, maybe_after, ...before } = polarity;
  const beginnings = createBeginnings<CuePattern>();
  const findPolarity = createFinder<PolarityKind>(before, beginnings);
  const findAfter = createFinder<PolarityKind>({ not_after, maybe_after }, beginnings);
  const findBarriers = createFinder<BarrierKind>(barriers, beginnings);
  const findVoice = layered(voice, beginnings);
  const { view, body, witness, studied, ...taking } = sides;
  const findSides = createFinder<SideKind>(taking, beginnings);
  const findSubjects = createFinder<SubjectKind>({ view, body, witness, studied }, beginnings);
  const findVerdicts = createFinder<'right' | 'wrong'>(verdicts, beginnings);
  return {
    forms: {
      finite: new RegExp(forms.finite, 'u'),
      future: new RegExp(forms.future, 'u'),
      telling: new RegExp(forms.telling, 'u'),
      wished: new RegExp(forms.wished, 'u'),
      joined: new RegExp(forms.joined, 'u'),
      bare: new RegExp(forms.bare, 'u'),
      articles: new Set(forms.articles),
      effects: new Set(forms.effects),
      homographs: new Set(forms.homographs),
      transitive: createWords(forms.transitive),
    },
    words: wordLists(words),
    find: (tokens) => {
      const polarity = once(() => findPolarity(tokens()));
      const afterwards = once(() => findAfter(tokens()));
      const barriers = once(() => findBarriers(tokens()));
      const heard = once(() => findVoice(tokens()));
      const answers = once(() => findVerdicts(tokens()));
      const taken = once(() => findSides(tokens()));
      const subjects = once(() => findSubjects(tokens()));
      return {
        get tokens() {
          return tokens();
        },
        get polarity() {
          return polarity();
        },
        get afterwards() {
          return afterwards();
        },
        get barriers() {
          return barriers();
        },
        get voice() {
          return heard();
        },
        get verdicts() {
          return answers();
        },
        get sides() {
          return taken();
        },
        get subjects() {
          return subjects();
        },
      };
    },
  };
}

function wordLists(words: SpeechOf['words']): WordLists {
  const made = Object.entries(words).map(([kind, list]) => [kind, createWords(list)] as const);
  // The schema asks for a list of every kind.
  return Object.fromEntries(made) as WordLists;
}

/** Each kind of cue is looked for when it is first asked for: most judgements need few. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function layered(
  table: SpeechOf['voice'],
  beginnings: Beginnings<CuePattern>,
): (tokens: readonly Token[]) => readonly Cue<VoiceKind>[] {
  const rest = (Object.keys(table) as VoiceKind[]).filter((kind) => !layers.flat().includes(kind));
  const made = [...layers, rest].map((kinds) =>
    createFinder<VoiceKind>(Object.fromEntries(kinds.map((kind) => [kind, table[kind]])), beginnings),
  );
  return (tokens) => made.flatMap((find) => find(tokens)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The words of a sentence as they stand, at no cost. */
export function textOf({ text, span }: Pick<Sentence, 'text' | 'span'>): string {
  return text.slice(span.start, span.end);
}

/** Makes a function that reads the n-th sentence of a text, once. */
export function sentenceReader(
  text: string,
  language: LexiconLanguage,
  cues: Cues,
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
      const found = cues.find(once(() => tokensOf(text, span)));
      const made = Object.assign(found, { language, text, span, forms: cues.forms, words: cues.words });
      read.set(index, made);
      return made;
    },
  };
}
