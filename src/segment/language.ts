import type { Language } from '../model/passage.ts';
import {
  type Candidate,
  candidates,
  type Evidence,
  evidenceOf,
  type KnownWords,
} from './language-evidence.ts';
import { type Chances, shares, smooth } from './smooth.ts';

/** What the manifest's word for a document's language is worth, and the doubt about every language, in words. */
const told = 150;
const doubt: Readonly<Record<Candidate, number>> = { en: 2, es: 2, pt: 2, other: 1 };
/** Lead (log odds) and words with which a passage counts for its document, and words it counts at most. */
const decisive = 6;
const fewest = 5;
const most = 60;
/** Chance that a passage is in the language of the one before, whatever the document's mixture. */
const stay = 0.7;
/** Chance, or share of the document, below which a language is not given. */
const least = 0.6;

/**
 * Gives every passage text a language: by its own words, the mixture of languages in its document (where the
 * manifest's language `known` counts as much as 150 words) and the passages beside it. The passages are the
 * states of a hidden Markov model, solved by the forward-backward algorithm (Rabiner 1989), so that a
 * document may change language as often as its words say so, and what has no words of its own (names, a
 * heading, a number with a unit) goes with its neighbours. Where no language has a chance of 0.6, the text
 * is given the one that has that share of the document, if any. `und` is a text without letters, or one
 * that neither its words nor its document tell the language of.
 */
export function languagesOf(texts: readonly string[], known: Language | null): readonly Language[] {
  const words: KnownWords = new Map();
  const lettered = texts.map((text) => /\p{L}/u.test(text));
  const read = texts.filter((_, i) => lettered[i]).map((text) => evidenceOf(text, words));
  const document = mixture(read, known);
  const chances = smooth(read.map(likelihoods), document, stay);
  let next = 0;
  return lettered.map((has) => (has ? (likely(chances[next++] ?? []) ?? likely(document) ?? 'und') : 'und'));
}

/** The share of each language in a document: what is told, and what the passages say that leave no doubt. */
function mixture(read: readonly Evidence[], known: Language | null): Chances {
  const counts = { ...doubt };
  if (known !== null && known !== 'und') counts[known] += told;
  for (const evidence of read) {
    const [leader, second] = candidates.toSorted((a, b) => evidence[b] - evidence[a]);
    if (leader === undefined || second === undefined || evidence.words < fewest) continue;
    if (evidence[leader] - evidence[second] >= decisive) counts[leader] += Math.min(evidence.words, most);
  }
  return shares(candidates.map((candidate) => counts[candidate]));
}

/** Likelihoods with the highest at 1. */
function likelihoods(evidence: Evidence): Chances {
  const highest = Math.max(...candidates.map((candidate) => evidence[candidate]));
  return candidates.map((candidate) => Math.exp(evidence[candidate] - highest));
}

/** The language with the highest chance; null where that is too low. */
function likely(chances: Chances): Candidate | null {
  const highest = Math.max(...chances);
  return highest >= least ? (candidates[chances.indexOf(highest)] ?? null) : null;
}
