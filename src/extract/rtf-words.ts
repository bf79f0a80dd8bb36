/** Control words of RTF that send the text of their group elsewhere than into the document. */
export const destinations: ReadonlyMap<string, 'note' | 'fonts' | 'styles' | 'nowhere'> = new Map([
  ['footnote', 'note'],
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ...[
    'colortbl info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc aftnsep',
    'fldinst xe tc bkmkstart bkmkend annotation atnid atnauthor filetbl revtbl listtable listoverridetable rsidtbl',
    'generator themedata colorschememapping datastore latentstyles pgptbl private template passwordhash',
    'listtext pntext',
  ].flatMap((words) => words.split(' ').map((word) => [word, 'nowhere'] as const)),
]);

/** Control words and signs that stand for a character. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['~', '\u00a0'],
  ['-', '\u00ad'],
  ['_', '\u2011'],
  ['tab', '\t'],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
]);

/** Encodings by the number of their Windows code page. */
export const encodings: ReadonlyMap<number, string> = new Map([
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874].map(
    (page) => [page, `windows-${page}`] as const,
  ),
  [65_001, 'utf-8'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10_000, 'macintosh'],
]);

/** Encodings by the character set of a font; those of the whole file are not here. */
export const codepages: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);
