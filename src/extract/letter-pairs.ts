/** Letters of the table below, and the edge of a word. */
export const alphabet = '_abcdefghijklmnopqrstuvwxyz';

/**
 * How surprising it is that one letter follows another, in bits from 0 to f (15 and more): a row for each letter
 * of `alphabet`, a digit for each that follows. Counted over the bundled sample in Spanish, Portuguese and English,
 * accents and case folded, half a count added to each pair; a test counts it again.
 */
export const surprise: readonly string[] = [
  'f4643457658a456445544665f9d',
  '2f654b86c67845366a33488ad77',
  'd2ddd2ddd58d3dd4dd2584ddd4d',
  '73f7f49f53f85fa1ff5b54fff9f',
  '32ff81f9f4dfdbf3ff76f5bff8f',
  '26845686b68b453869336768688',
  '25ddd45dd3dd8dd2dd5d55ddddd',
  '32ddd3dd54dd5873dd3683ddd9d',
  '428ee1eee4eeeea3ee7777eeeae',
  '73644486ff9956337b53494f8f6',
  '73bbb2bbbbbbbbb1bbbbb3bbbbb',
  '2aaaa1a6a4a96a6aaaa3aaaaaaa',
  '226853aa63fa48949b98547cf7f',
  '235ee2eee3eee6e34ee8e5eee5e',
  '24f5347574cabb73fff4367ffa8',
  '28756747f7b954355e336567aba',
  '62ecc2ee75ee48e27e3863eeeae',
  'ccccccccccccccccccccc0ccccc',
  '32b652f6c3f796637955476af7b',
  '14f683ac74f997f37bf535fafef',
  '33fdf3ff23ff9bf3df3665f7f6f',
  '545562e6e5ae443a5e444e7ed95',
  'd2ddd1ddd2ddddd4dd7dd7ddddd',
  '43ccc3cc32cc7c53cc569cccccc',
  '43a5a3aa64aaaaa22aaa3aaaaaa',
  '049cc4ccc9ccc9c5ccc497ccccc',
  '22bbb4bbb6bbbbb3bbbbb3bbbbb',
];
