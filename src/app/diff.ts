import { diffHits, diffTerms, type HitChange, type TermChange, tagsBy } from '../lexicon/diff.ts';
import { InputError } from '../model/input.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import type { Found } from '../model/ports.ts';
import { compile } from '../tag/compile.ts';
import { describeInPlace } from '../tag/in-place.ts';
import { resolveLexicon } from '../tag/resolve.ts';
import { veiledPassage } from './release.ts';

export type { HitChange, TermChange };

/** What differs between two lexicons: their terms and, where passages are given, the hits that count in these. */
export function diffLexicons(
  before: LexiconSource,
  after: LexiconSource,
  study: {
    readonly object: string;
    readonly passages: Iterable<Found>;
    readonly limit: number;
    readonly pseudonym: ((name: string) => string) | null;
  } | null,
): { readonly terms: readonly TermChange[]; readonly hits: readonly HitChange[] | null } {
  const [old, now] = [resolved(before), resolved(after)];
  const terms = diffTerms(old.terms, now.terms);
  if (study === null) return { terms, hits: null };
  const { object, passages, limit, pseudonym } = study;
  for (const { measured } of [old, now]) {
    const codes = measured.map(({ code }) => code);
    if (!codes.includes(object))
      throw new InputError([
        `categories.yaml  expected the object \`${object}\` of the study in both lexicons, got ${codes.join(', ') || 'no category'} in one: add it`,
      ]);
  }
  const show = (found: Found) => veiledPassage(found, pseudonym);
  return {
    terms,
    hits: diffHits(passages, tagsBy(compile(old, { object })), tagsBy(compile(now, { object })), {
      limit,
      show,
    }),
  };
}

function resolved(source: LexiconSource) {
  const { lexicon, errors } = resolveLexicon(source);
  if (errors.length > 0) throw new InputError(describeInPlace(errors, source));
  return lexicon;
}
