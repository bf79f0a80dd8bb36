import type { Lexicon, Term, TermNames } from '../model/lexicon.ts';
import { type CuesByLanguage, compileSpeech } from './polarity/sentence.ts';
import { createReader, type Reader, type Stems } from './read.ts';

/** A compiled lexicon; it remembers the words it has met, which changes its speed and nothing else. */
export type Matcher = {
  readonly read: Reader;
  /** `<theme>/<category>` names of the object: without one of them in its passage no frame counts. */
  readonly object: ReadonlySet<string>;
  /** By language, the cues of polarity and voice. */
  readonly cues: CuesByLanguage;
  /** What terms name that name no frame itself, by their ids. */
  readonly names: ReadonlyMap<string, TermNames>;
};

/**
 * Compiles a lexicon. `settings.object` is the code of the measured category that is the object of the
 * frames; throws a RangeError if the lexicon does not measure it. `settings.stems` gives other stemmers
 * than those of the program.
 */
export function compile(
  lexicon: Lexicon,
  settings: { readonly object: string; readonly stems?: Stems },
): Matcher {
  const object = lexicon.measured.find(({ code }) => code === settings.object);
  if (object === undefined) {
    const known = lexicon.measured.map(({ code }) => `\`${code}\``).join(', ') || 'none';
    throw new RangeError(
      `expected \`object\` to be a measured category (${known}), got \`${settings.object}\``,
    );
  }
  const categories = new Set(object.categories);
  const isObject = ({ theme, category }: Term): boolean => categories.has(`${theme}/${category}`);
  const { overlap } = lexicon;
  const read = createReader(lexicon.terms, { isObject, overlap, stems: settings.stems });
  const names = new Map(
    lexicon.terms.flatMap(({ id, names }) => (names === null ? [] : [[id, names] as const])),
  );
  return { read, object: categories, cues: compileSpeech(lexicon.speech), names };
}
