import type { Tokens } from '../text/tokens.ts';

const end = /[.!?…]['"’”»)\]]*\s/u;
const opening = /^["'“‘«(¿¡[]*[\p{Lu}\p{Nd}]/u;
const abbreviated =
  /^(?:\p{L}|arts?|n[oº°]s?|n[úu]ms?|incs?|p[áa]gs?|pp|sra?s?|dra?s?|lic|ing|ej|cf|vs|prof|av|gral|mrs?|ms|st|fig|vol)$/iu;

/**
 * The sentence that each word of a text belongs to, as the place of the sentence's first word. A sentence
 * ends at a stop before a capital letter or a number, but not at the point of an abbreviation.
 */
export function sentenceStarts(
  text: string,
  tokens: Pick<Tokens, 'length' | 'starts' | 'ends' | 'broken'>,
): Int32Array {
  const { length, starts, ends, broken } = tokens;
  const first = new Int32Array(length);
  for (let i = 1; i < length; i++) {
    const [before, here] = [ends[i - 1] ?? 0, starts[i] ?? 0];
    const ended =
      broken[i] === 1 &&
      end.test(text.slice(before, here)) &&
      opening.test(text.slice(here, here + 2)) &&
      !(text[before] === '.' && abbreviated.test(text.slice(starts[i - 1], before)));
    first[i] = ended ? i : (first[i - 1] ?? 0);
  }
  return first;
}
