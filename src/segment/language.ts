import type { Language } from '../model/passage.ts';
import { type Candidate, candidates, type Evidence, evidenceOf } from './language-evidence.ts';

/** What the manifest's word for a document's language is worth, and the doubt about every language, in words. */
const told = 150;
const doubt: Readonly<Record<Candidate, number>> = { en: 2, es: 2, pt: 2, other: 1 };
/** Lead (log odds) and words with which a passage counts for its document, and words it counts at most. */
const decisive = 6;
const fewest = 5;
const most = 60;
/** Chance that a passage is in the language of the one before, whatever the document's mixture. */
const stay = 0.7;
/** Chance below which a language is not given. */
const likely = 0.6;

/** A chance for each candidate, in the order of `candidates`. */
type Chances = readonly number[];

/**
 * Gives every passage text a language: by its own words, the mixture of languages in its document (where the
 * manifest's language `known` counts as much as 150 words) and the passages beside it. The passages are the
 * states of a hidden Markov model, solved by the forward-backward algorithm (Rabiner 1989), so that a
 * document may change language as often as its words say so, and what has no words of its own (names, a
 * heading, a number with a unit) goes with its neighbours. `und` is a text without letters, or one whose
 * likeliest language has a chance below 0.6.
 */
export function languagesOf(texts: readonly string[], known: Language | null): readonly Language[] {
  const lettered = texts.map((text) => /\p{L}/u.test(text));
  const read = texts.filter((_, i) => lettered[i]).map(evidenceOf);
  const chances = smooth(read.map(likelihoods), mixture(read, known));
  let next = 0;
  return lettered.map((has) => (has ? likeliest(chances[next++] ?? []) : 'und'));
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

/** The chance of each language for each passage, given all passages of the document. */
function smooth(seen: readonly Chances[], document: Chances): readonly Chances[] {
  const forward: Chances[] = [];
  let before = document;
  for (const likelihood of seen) {
    before = shares(likelihood.map((value, i) => value * step(before, document, i)));
    forward.push(before);
  }
  const smoothed: Chances[] = [];
  let after: Chances = candidates.map(() => 1);
  for (let at = seen.length - 1; at >= 0; at--) {
    smoothed.push(shares((forward[at] ?? []).map((value, i) => value * (after[i] ?? 0))));
    const ahead = (seen[at] ?? []).map((value, i) => value * (after[i] ?? 0));
    const change = ahead.reduce((sum, value, i) => sum + value * (document[i] ?? 0), 0);
    after = shares(ahead.map((value) => stay * value + (1 - stay) * change));
  }
  return smoothed.toReversed();
}

function step(before: Chances, document: Chances, i: number): number {
  return stay * (before[i] ?? 0) + (1 - stay) * (document[i] ?? 0);
}

function shares(values: Chances): Chances {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

function likeliest(chances: Chances): Language {
  const highest = Math.max(...chances);
  const leader = candidates[chances.indexOf(highest)];
  return leader !== undefined && highest >= likely ? leader : 'und';
}
