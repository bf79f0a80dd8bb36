import { appendixColumns } from '../model/appendix.ts';
import { fieldSentence } from '../model/field.ts';
import type { Results } from '../model/results.ts';
import { inSentence, labelsOf } from '../model/words.ts';
import { plain } from './inert.ts';
import { measureParts } from './measure-lines.ts';
import { count, counted } from './numbers.ts';
import { appendixHeads } from './page/appendix.ts';
import {
  attributionWords,
  influenceWords,
  jointWords,
  placeboWords,
  scopeBWords,
  typeWords,
} from './robustness-lines.ts';
import { correctedWords, curveWords, fragileWords, unvariedWords } from './robustness-words.ts';
import { sentence } from './sentence.ts';

/** How each varied contrast stands up to other choices, as Markdown. */
export function robustnessLines({ robustness, categories, terms }: Results): string[] {
  const labels = labelsOf(categories);
  const patterns = new Map(terms.map(({ id, pattern }) => [id, pattern]));
  return robustness.flatMap((one) => {
    const name = `**${one.hypothesis}**, ${plain(inSentence(labels(one.numerator)))} against ${plain(inSentence(labels(one.denominator)))}`;
    const unvaried = unvariedWords(one);
    if (unvaried !== null) return [`- ${name}. ${sentence(unvaried)} ${scopeBWords(one)}`.trimEnd()];
    const told = [
      curveWords(one),
      fragileWords(one),
      ...influenceWords(one, labels, (term) => patterns.get(term) ?? null).map(plain),
      ...attributionWords(one),
      correctedWords(one),
      jointWords(one),
      placeboWords(one),
      `About types of institutions (scope B): ${typeWords(one)}`,
    ];
    return [`- ${name}. ${told.filter((words) => words !== '').join(' ')}`];
  });
}

/** Most institutions, and most different things of one in a column. */
const institutionsListed = 20;
const listed = 3;

/** The name of a file without its folders, which a line has no room for. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Who does what, with whose money, for whom: the most frequent things of each institution first, each with its page. */
export function appendixLines(results: Results): string[] {
  const { appendix, fields } = results;
  if (appendix.length === 0) return [];
  const institutions = appendix.slice(0, institutionsListed);
  return [
    `As the documents name it, with the file and page where it stands first; all in \`tables/appendix.csv\`. ${
      fields.length === 0
        ? 'How well these are read has not been shown: nobody has coded passages for them.'
        : fields.map((one) => sentence(fieldSentence(one))).join(' ')
    }`,
    '',
    ...institutions.flatMap(({ institution, items }) => [
      `- ${plain(institution)}`,
      ...appendixColumns.flatMap((column) => {
        const own = items.filter((item) => item.column === column);
        if (own.length === 0) return [];
        const shown = own
          .slice(0, listed)
          .map(({ name, file, page }) => `${plain(name)} (${plain(fileName(file))}, p. ${plain(page)})`);
        const more = own.length > listed ? [`and ${count(own.length - listed)} more`] : [];
        return [`  - ${appendixHeads[column]}: ${[...shown, ...more].join('; ')}`];
      }),
    ]),
    ...(appendix.length > institutions.length
      ? ['', `${counted(institutions.length, 'institution')} of ${count(appendix.length)} shown.`]
      : []),
    ...measureParts(results).flatMap(({ title, note, lines }) => [
      '',
      `**${title}.** ${note}`,
      '',
      ...lines.map((line) => `- ${plain(line)}`),
    ]),
  ];
}
