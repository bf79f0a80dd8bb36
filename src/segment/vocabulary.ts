/**
 * Words of Spanish, Portuguese and English by which the parts of a printed page are told. Patterns are sources of
 * regular expressions, compiled where they are used; tests/segment/vocabulary.test.ts shows each at work.
 */

/** What is stamped across pages. */
export const stampWords: ReadonlySet<string> = new Set([
  'borrador',
  'copia',
  'copia no controlada',
  'confidencial',
  'original',
  'muestra',
  'anulado',
  'provisional',
  'rascunho',
  'minuta',
  'cópia',
  'versão preliminar',
  'draft',
  'copy',
  'sample',
  'confidential',
  'void',
  'unofficial',
]);

/** A kind of provision or part that names its rank by a word. Lower ranks hold higher ones. */
export type PartWord = { readonly rank: number; readonly pattern: string };

/**
 * Words that name the parts of an act or a plan, in the order in which the ones hold the others: a title holds
 * chapters, a chapter sections, a section articles. Each stands before a number or an ordinal.
 */
export const partWords: readonly PartWord[] = [
  { rank: 1, pattern: 'anexos?|anexo|annex(?:es)?|appendix|ap[ée]ndice|ap[êe]ndice' },
  { rank: 1, pattern: 'libro|livro|book' },
  { rank: 2, pattern: 'parte|part' },
  { rank: 3, pattern: 't[íi]tulo|title' },
  { rank: 4, pattern: 'cap[íi]tulo|chapter' },
  { rank: 5, pattern: 'secci[óo]n|se[çc][ãa]o|section|eje|eixo|axis' },
  { rank: 6, pattern: 'subsecci[óo]n|subse[çc][ãa]o|subsection' },
  { rank: 5, pattern: 'asunto|assunto|punto|item|[íi]tem|tema' },
  { rank: 7, pattern: 'art[íi]culos?|artigos?|articles?|arts?' },
  { rank: 7, pattern: 'cl[áa]usulas?|clauses?' },
  { rank: 8, pattern: 'par[áa]grafos?|paragraphs?' },
];

/** Rank from which parts hold text themselves, so that a sentence after their number is no heading. */
export const articleRank = 7;

/** Words before a page number that stands alone on a line. */
export const pageWords: readonly string[] = [
  'p[áa]g(?:ina|e)?\\.?',
  'page',
  'p\\.',
  'folha',
  'foja',
  'folio',
  'hoja',
  'fl\\.',
];

/** Signs that begin the items of a list, with or without a space after them. */
export const bullets = '•●▪■◦‣⁃∙○□➢➤►✓✔·';

/** Titles before the names of persons, case as written: a line that begins with one names somebody. */
export const honorifics: readonly string[] = [
  'D\\.\\s?ª?',
  'D[ªº]\\.?',
  'D[Oo][Nn]',
  'D[Oo][ÑñNn][Aa]',
  'D[ÑñNn][Aa]\\.',
  'S[Rr][Aa]?[SsEeSs]*\\.',
  'S[Ee][Ññ][Oo][Rr][Aa]?\\s+D',
  'D[Rr][Aa]?\\.',
  'L[Ii][Cc]\\.',
  'I[Nn][Gg]\\.',
  'P[Rr][Oo][Ff][Aa]?\\.',
  'M[Rr][Ss]?\\.',
  'M[Ss]\\.',
  'E[Xx][Cc]?[Mm][OoAa]\\.',
];

/** Words with which no sentence ends, so that what follows on another page goes on with it. */
export const openWords: readonly string[] = [
  ...[
    'de',
    'del',
    'la',
    'el',
    'los',
    'las',
    'al',
    'y',
    'en',
    'con',
    'por',
    'para',
    'que',
    'su',
    'sus',
    'un',
    'una',
  ],
  ...[
    'do',
    'da',
    'dos',
    'das',
    'ao',
    'à',
    'os',
    'as',
    'e',
    'em',
    'com',
    'pelo',
    'pela',
    'um',
    'uma',
    'no',
    'na',
  ],
  ...['the', 'of', 'and', 'or', 'in', 'on', 'to', 'for', 'by', 'with', 'an', 'its', 'their'],
];
