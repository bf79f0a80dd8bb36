import { type Doubt, type Lint, lint } from '../lexicon/lint.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import { describeInPlace } from '../tag/in-place.ts';
import { resolveLexicon } from '../tag/resolve.ts';

export type { Doubt, Lint };

/** What the compiler refuses in a lexicon, in words, and what is doubtful about the terms that it takes. */
export function lintLexicon(source: LexiconSource): {
  readonly errors: readonly string[];
  readonly doubts: readonly Lint[];
} {
  const { lexicon, errors } = resolveLexicon(source);
  return {
    errors: describeInPlace(errors, source),
    doubts: lint(source, lexicon.terms),
  };
}

/** What a doubt means, and what to do. */
export function doubtWords(doubt: Doubt): string {
  switch (doubt) {
    case 'never':
      return 'can never count: a mask lies in every wording, it does not match its own words, or nothing is there that its rule asks for: rewrite or delete it';
    case 'shadowed':
      return 'can never count: a term of another category has every wording and comes first: delete one of the two';
    case 'redundant':
      return 'adds nothing: terms of its own category have every wording: delete it';
    case 'ambiguous':
      return 'has wording that a term of another category has too, of which only one is tagged: narrow one of the two';
    case 'untested':
      return 'is found in none of the sentences that must match (`matches` of its category, `yes` of its own line): add one';
  }
}
