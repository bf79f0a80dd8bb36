import type { LexiconSource } from '../model/lexicon.ts';
import { describeLexiconError, type LexiconError } from './errors.ts';

/** Errors in words, each with its file and, where the source knows it, its line. */
export function describeInPlace(errors: readonly LexiconError[], source: LexiconSource): readonly string[] {
  return errors.map((error) => {
    const lineOf = source.lines?.get(error.file);
    if (lineOf === undefined) return describeLexiconError(error);
    return describeLexiconError({ ...error, file: `${error.file}:${lineOf(pathOf(error, source))}` });
  });
}

/** The path of what an error is about in its YAML file, as far as it can be told. */
function pathOf(error: LexiconError, { themes }: LexiconSource): readonly (string | number)[] {
  if ('of' in error) return pathOfCode(error);
  if (error.code === 'theme_duplicate') return ['theme'];
  if ('actor' in error) {
    const isParent = error.code === 'actor_unknown_parent' || error.code === 'actor_circle';
    return ['actors', error.actor, isParent ? 'parent' : ''];
  }
  const own = ['categories', error.category];
  if (error.code === 'blocks_without_mask') return [...own, 'blocks'];
  const category = themes.find(({ file }) => file === error.file)?.theme.categories[error.category];
  const entries = category?.terms[error.language] ?? [];
  if ('sentence' in error) {
    const { sentence, language } = error;
    const mustMatch = error.code !== 'example_tagged';
    const kind = mustMatch ? ['matches', 'yes'] : ['rejects', 'no'];
    const [ofAll = '', ofOne = ''] = kind;
    const among = (mustMatch ? category?.matches : category?.rejects)?.[language] ?? [];
    if (among.includes(sentence)) return [...own, ofAll, language, among.indexOf(sentence)];
    const at = entries.findIndex(({ yes, no }) => (ofOne === 'yes' ? yes : no).includes(sentence));
    const one = entries[at];
    const place = (ofOne === 'yes' ? one?.yes : one?.no)?.indexOf(sentence) ?? -1;
    return [...own, 'terms', language, at, ofOne, place];
  }
  const isIt = ({ pattern }: (typeof entries)[number]): boolean => pattern === error.term;
  // Of two that are written alike the second is one too many.
  const at = error.code === 'pattern_duplicate' ? entries.findLastIndex(isIt) : entries.findIndex(isIt);
  const term = [...own, 'terms', error.language, at];
  if (!('rule' in error)) return [...term, 'pattern'];
  return Object.hasOwn(entries[at] ?? {}, error.rule) ? [...term, error.rule] : [...own, error.rule];
}

function pathOfCode(error: Extract<LexiconError, { readonly of: string }>): readonly (string | number)[] {
  switch (error.code) {
    case 'code_unknown_category':
      return [error.of, 'from'];
    case 'code_unknown_code':
    case 'code_circular':
      return [error.of, 'union'];
    case 'code_empty':
      return [error.of];
  }
}
