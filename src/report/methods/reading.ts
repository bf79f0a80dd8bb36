import { createHash } from 'node:crypto';
import type { Term } from '../../model/lexicon.ts';
import type { MethodsRecord } from '../../model/methods.ts';
import type { LexiconLanguage } from '../../model/passage.ts';
import type { Results } from '../../model/results.ts';
import type { Overlap } from '../../model/study.ts';
import { compareText } from '../../text/compare.ts';
import { grid, plain } from '../inert.ts';
import { count, counted } from '../numbers.ts';
import type { Citing } from './citing.ts';
import { tally } from './corpus.ts';

/** How bytes became passages: readers, OCR, segmentation. */
export function readingMethods({ ingest, run }: Results): readonly string[] {
  const read = ingest.filter(({ status }) => status !== 'failed');
  const pages = (source: 'text' | 'ocr' | 'blank' | 'unread') =>
    ingest.reduce((sum, row) => sum + row.sources[source], 0);
  const { ocr } = run.settings;
  const removed = ingest.reduce((sum, row) => sum + row.removals, 0);
  const formats = tally(read.flatMap(({ format }) => format ?? []));
  const readers = tally(read.flatMap(({ reader }) => reader ?? []));
  return [
    `Formats: ${plain(formats === '' ? 'none' : formats)}. Read by: ${plain(readers === '' ? 'none' : readers)}. Pages by where their text comes from: ${count(pages('text'))} from the file, ${count(pages('ocr'))} by OCR, ${count(pages('blank'))} blank, ${count(pages('unread'))} unread and in no denominator.`,
    '',
    pages('ocr') === 0
      ? pages('unread') === 0
        ? 'No page needed OCR.'
        : 'No page was read by OCR; those that are unread have no text of their own.'
      : `OCR by ${plain(run.engines['ocr'] ?? ocr.engine)} at ${ocr.dpi} pixels to the inch; passages whose words have a mean confidence below ${ocr.confidence} of 100 are ${ocr.low === 'keep' ? 'counted and marked' : 'left out'}.`,
    '',
    `The unit is the passage: a paragraph as a reader would mark it, with its part of the document (recital, objective, budget and so on), its speaker and its language. ${counted(removed, 'stretch', 'stretches')} of headers, footers and the like were taken out, each listed in \`tables/removals.csv\`. Lists of those present and signatures count in no denominator.`,
  ];
}

/** The lexicon: its files, how many terms they have, how they match, and what was measured of them. */
export function lexiconMethods(
  { terms, categories, run, study }: Results,
  termsRead: MethodsRecord['termsRead'],
  { cite }: Citing,
): readonly string[] {
  const themes = [...Map.groupBy(terms, ({ theme }) => theme)].toSorted(([one], [other]) =>
    compareText(one, other),
  );
  const status = tally(terms.map((term) => term.status));
  return [
    `Frames are told by a lexicon of ${counted(terms.length, 'term')} (${status === '' ? 'none' : status}), hash \`${run.lexicon}\`. A digest covers the patterns, languages and rules of one file.`,
    '',
    ...grid(
      ['file', 'layer', 'es', 'pt', 'en', 'digest'],
      themes.map(([theme, own]) => [
        `lexicons/${theme}.yaml`,
        [...new Set(own.map(({ layer }) => layer))].join(', '),
        ...(['es', 'pt', 'en'] as const).map((language) => count(inLanguage(own, language))),
        digestOf(own),
      ]),
    ),
    '',
    'Categories of the claim, each with the terms that count for it:',
    '',
    ...grid(
      ['code', 'category', 'definition', 'from', 'es', 'pt', 'en'],
      categories.map(({ code, label, definition, categories: names }) => {
        const own = terms.filter(({ theme, category }) => names.includes(`${theme}/${category}`));
        return [
          code,
          label,
          definition,
          names.join(', '),
          ...(['es', 'pt', 'en'] as const).map((language) => count(inLanguage(own, language))),
        ];
      }),
    ),
    '',
    `A category is present in a passage when at least one of its terms counts there; hits are not added up. ${overlapWords(study.settings.overlap)}${study.settings.overlap === 'nested' || study.settings.overlap === 'category' ? ` ${cite('benoit2018')}` : ''}. Names that must fire nothing are masked first. A frame counts only in a passage that names the object, where it is not denied and the author says it; what is denied or said by another is kept as evidence (\`blocked\` in \`tables/tags.csv\`).`,
    '',
    termsRead.all === 0
      ? 'Nobody has measured the precision of single terms.'
      : `The precision of ${counted(termsRead.all, 'term')} was measured by reading passages with it (\`lexicons/measured.csv\`); ${count(termsRead.precise)} have 90 % or more.`,
  ];
}

function inLanguage(terms: readonly Term[], language: LexiconLanguage): number {
  return terms.filter((term) => term.language === language).length;
}

function digestOf(terms: readonly Term[]): string {
  const lines = terms
    .map(({ category, language, pattern, exactCase, exactAccents, blocks, rules }) =>
      JSON.stringify([category, language, pattern, exactCase, exactAccents, blocks, rules]),
    )
    .toSorted(compareText);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** Which of the terms that overlap in a text count, as a sentence without full stop. */
function overlapWords(overlap: Overlap): string {
  switch (overlap) {
    case 'layer':
      return 'Of overlapping terms the longest counts, and no word counts twice in one layer of the lexicon (`overlap: layer`)';
    case 'nested':
      return 'A term within the words of a longer one of its layer does not count; terms that share single words do (`overlap: nested`)';
    case 'category':
      return 'Of overlapping terms of one category the longest counts; those of others stand beside it (`overlap: category`)';
    case 'all':
      return 'All overlapping terms count (`overlap: all`)';
  }
}
