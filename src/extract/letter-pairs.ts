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
  '32ff81f9f4cfdaf3ff76f5bff8f',
  '26845686b68c453869336768688',
  '25ddd45dd3dd8dd2dd5d55ddddd',
  '32ddd3db54dd5873dd3683ddd9d',
  '428ee1eee4eeeea3ee7777eee9e',
  '73644586ff9956337a53494f8f6',
  'b3bbb2bbbbbbbbb1bbbbb3bbbbb',
  '2aaaa1a6a4a96a6aaaa3aaaaaaa',
  '226853aa63fa49949b98547cf7f',
  '235ee3eee3eee6e34ee8e5eee5e',
  '24f5347574cabb73fff4367ffa8',
  '28756747f7b954355f336567aba',
  '62ecc2ee75ee48e27e3863eeeae',
  'ccccccccccccccccccccc0ccccc',
  '32b652f6c3f796637955476af7a',
  '14f6839c74f997f37bf535fafdf',
  '33fdf3ff23ff9bf3df3665f7f6f',
  '545562e6e5ae443a5e444e7ed95',
  'd2ddd1ddd2ddddd4dd7dd7ddddd',
  '43ccc3cc32cc7c53cc569cccccc',
  '33a5a3aa64aaaaa32aaa3aaaaaa',
  '049cc4ccc9ccc8c5ccc497ccccc',
  '22bbb4bbb6bbbbb3bbbbb3bbbbb',
];
