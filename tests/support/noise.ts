import type { Dice } from '../../sample/dice.ts';

/** Signs that scans take for others, in either direction where both are written. */
const misread: readonly (readonly [string, string])[] = [
  ['I', 'l'],
  ['l', '1'],
  ['l', 'I'],
  ['i', 'l'],
  ['O', '0'],
  ['o', '0'],
  ['o', 'c'],
  ['e', 'c'],
  ['c', 'e'],
  ['a', 'o'],
  ['u', 'n'],
  ['n', 'ri'],
  ['m', 'rn'],
  ['rn', 'm'],
  ['h', 'b'],
  ['t', 'f'],
  ['d', 'cl'],
  ['S', '5'],
  ['B', '8'],
  ['á', 'a'],
  ['é', 'e'],
  ['í', 'i'],
  ['ó', 'o'],
  ['ã', 'a'],
];

/** A name with one slip of the hand in one of its longer words; as it was where all are short. */
export function misspelt(name: string, dice: Dice): string {
  const words = [...name.matchAll(/\p{L}{5,}/gu)];
  if (words.length === 0) return name;
  const { index, 0: word } = dice.pick(words);
  // The first letter is seldom the wrong one.
  const at = dice.whole(1, word.length - 2);
  const rest = word.slice(at + 1);
  const letter = word.charAt(at);
  const made = dice.pick([
    rest,
    letter + letter + rest,
    rest.charAt(0) + letter + rest.slice(1),
    dice.pick([...'aeiounrslt']) + rest,
  ]);
  return name.slice(0, index) + word.slice(0, at) + made + name.slice(index + word.length);
}

/** A name with so many of its signs misread, where it has signs that may be. */
export function misreadName(name: string, times: number, dice: Dice): string {
  let read = name;
  for (let i = 0; i < times; i++) {
    const places = misread.flatMap(([from, to]) =>
      [...read.matchAll(new RegExp(from, 'gu'))].map(({ index }) => ({ index, from, to })),
    );
    if (places.length === 0) break;
    const { index, from, to } = dice.pick(places);
    read = read.slice(0, index) + to + read.slice(index + from.length);
  }
  return read;
}
