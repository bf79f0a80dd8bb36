import type { Layer } from './lexicon.ts';
import type { Block } from './tag.ts';

/**
 * What became of a place where a term's words stand: it counts, something blocks it, it is a mask that blocks others or
 * a cue that only serves rules, a longer or earlier term of its layer has the words, case or accents are not those
 * that the term asks for, or the lexicon had no such term when the passage was tagged.
 */
export type Fate = 'counts' | 'masks' | 'cue' | Block | 'overlap' | 'case' | 'accents' | 'untagged';

/** One place in a passage where a term's words stand; `start` and `end` are code points of its text. */
export type Sighting = {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly term: string;
  readonly pattern: string;
  readonly category: string;
  readonly layer: Layer;
  readonly why: string;
  readonly evidence: string;
  readonly fate: Fate;
  /** The words that have or mask these, or what a rule misses or does not allow; null where there are none. */
  readonly by: string | null;
};

/** A fate in words, to stand behind the term. */
export function fateWords(fate: Fate, by: string | null): string {
  const other = by ?? 'another term';
  switch (fate) {
    case 'counts':
      return by === null ? 'counts' : `counts, heard by ${by}`;
    case 'masks':
      return 'is a mask: what it covers does not count';
    case 'cue':
      return 'is a cue: it serves rules and is never tagged';
    case 'mask':
      return `blocked: a name or term of art covers it, ${other}`;
    case 'no_object':
      return 'blocked: the passage does not name the object';
    case 'zone':
      return 'blocked: lists of those present and signatures frame nothing';
    case 'unsure':
      return 'blocked: OCR is not sure of the passage';
    case 'overlap':
      return `blocked: ${other} is longer or stands before it`;
    case 'case':
      return 'no match: the term asks for its own capitals';
    case 'accents':
      return 'no match: the term asks for its own accents';
    case 'near':
      return `blocked: needs ${by ?? 'company'}, and has none (near)`;
    case 'not_near':
      return `blocked: may not have ${by ?? 'such company'} (not_near)`;
    case 'not_after':
      return `blocked: may not follow ${by ?? 'such words'} (not_after)`;
    case 'object_far':
      return `blocked: names no object ${by ?? 'near it'} (needs_object)`;
    case 'negated':
      return `blocked: denied${by === null ? '' : ` by ${by}`} (negated)`;
    case 'attributed':
      return `blocked: somebody else says it${by === null ? '' : `: ${by}`} (attributed)`;
    case 'untagged':
      return 'not tagged: the lexicon was another then';
  }
}
