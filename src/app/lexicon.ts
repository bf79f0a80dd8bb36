import { InputError } from '../model/input.ts';
import type { Lexicon, LexiconSource } from '../model/lexicon.ts';
import { describeLexiconError } from '../tag/errors.ts';
import { resolveLexicon } from '../tag/resolve.ts';

/** The lexicon of a study, checked by its own examples; throws an InputError with every fault. */
export function prepareLexicon(source: LexiconSource): Lexicon {
  const { lexicon, errors } = resolveLexicon(source);
  if (errors.length > 0) throw new InputError(errors.map(describeLexiconError));
  return lexicon;
}
