import type { Sentence } from './sentence.ts';

/** Words that may stand between an “and” and the verb of its clause. */
const small =
  /^(?:se|nos|le|les|lo|me|te|lhe|lhes|tambien|tambem|asi|assim|also|so|then|thus|hoy|hoje|today|\p{L}+mente|(?!family$|assembly$)\p{L}+ly)$/u;

/** What a verb takes and a noun of the same form does not: `and demand another`, unlike `profit and demand`. */
const object =
  /^(?:an?|the|another|other|our|their|its|new|this|that|these|those|for|on|el|la|los|las|un|una|otr[oa]s?|por|contra|o|os|as|um|uma|outr[oa]s?|pel[oa])$/u;

/** The form of a verb that begins a clause: `bare` where an auxiliary of the clause before may govern it as well. */
export type Anew = 'finite' | 'bare';

/** The verb of a clause of its own that begins behind an “and”, out of reach of what denies the clause before; null without one. */
export function verbAnew({ tokens, forms, words }: Sentence, and: number): Anew | null {
  if (!/^(?:and|y|e)$/u.test(tokens[and]?.lower ?? '')) return null;
  let i = and + 1;
  while (i < and + 3 && small.test(tokens[i]?.plain ?? '')) i++;
  const word = tokens[i];
  if (word === undefined || !word.isWord) return null;
  if (forms.joined.test(word.lower)) return 'finite';
  const isBare =
    forms.bare.test(word.lower) || (words.either.has(word) && object.test(tokens[i + 1]?.plain ?? ''));
  return isBare ? 'bare' : null;
}

/** Whether a clause of its own begins between two places, where what the verb before the first takes comes to an end. */
export function beginsAnew(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (verbAnew(sentence, i) !== null) return true;
  return false;
}
