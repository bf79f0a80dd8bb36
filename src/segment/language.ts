import { eld } from 'eld/extrasmall';
import { type Language, lexiconLanguages } from '../model/passage.ts';
import { countWords } from './words.ts';

/** The detector reads no more than this much of a text, in UTF-16 units. */
const reach = 350;
/** Words below which a passage takes its document's language, and words that the detector can weigh at most. */
const fewest = 12;
const most = 60;
/** Lead of another language in score, times words, that it takes to leave the document's language. */
const strong = 1.2;

const candidates = [...lexiconLanguages, 'other'] as const;
type Candidate = (typeof candidates)[number];

/** How well a text fits each language, from 0 to 1. */
type Scores = Readonly<Record<Candidate, number>>;

/**
 * Gives every passage text a language, with the language of its document as prior: `known` where the
 * manifest gives it, otherwise what most of the words are in. Short texts take the document's language;
 * a longer one is given another only on strong evidence. A text without letters is `und`.
 */
export function languagesOf(texts: readonly string[], known: Language | null): readonly Language[] {
  const told = known === 'und' ? null : known;
  const read = texts.map((text) => {
    const words = /\p{L}/u.test(text) ? countWords(text) : 0;
    return { words, scores: words >= (told === null ? 1 : fewest) ? score(text) : null };
  });
  const document = told ?? majority(read);
  return read.map(({ words, scores }) => {
    if (words === 0) return 'und';
    const leader = scores === null ? null : best(scores);
    if (scores === null || leader === null || document === null) return leader ?? document ?? 'und';
    const lead = (scores[leader] - scores[document]) * Math.min(words, most);
    return words >= fewest && lead >= strong ? leader : document;
  });
}

/** The language that most words of a document are in; null where none can be told. */
function majority(
  read: readonly { readonly words: number; readonly scores: Scores | null }[],
): Candidate | null {
  const totals = { en: 0, es: 0, pt: 0, other: 0 };
  for (const { words, scores } of read) {
    const leader = scores === null ? null : best(scores);
    if (leader !== null) totals[leader] += words;
  }
  return best(totals);
}

/** The language with the highest score above 0; null where none has any. */
function best(scores: Scores): Candidate | null {
  const highest = Math.max(...candidates.map((candidate) => scores[candidate]));
  return highest > 0 ? (candidates.find((candidate) => scores[candidate] === highest) ?? null) : null;
}

/** Mean scores over the beginning, the middle and the end of a text; `other` has the best of all others' scores. */
function score(text: string): Scores {
  const rest = Math.max(0, text.length - reach);
  const starts = [...new Set(rest > reach ? [0, Math.floor(rest / 2), rest] : [0, rest])];
  const total = { en: 0, es: 0, pt: 0, other: 0 };
  for (const start of starts) {
    const { en = 0, es = 0, pt = 0, ...others } = eld.detect(text.slice(start, start + reach)).getScores();
    total.en += en / starts.length;
    total.es += es / starts.length;
    total.pt += pt / starts.length;
    total.other += Math.max(0, ...Object.values(others)) / starts.length;
  }
  return total;
}
