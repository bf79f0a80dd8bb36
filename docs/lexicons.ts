import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Term } from '../src/model/lexicon.ts';
import { lexiconLanguages } from '../src/model/passage.ts';
import { wilson } from '../src/stats/proportion.ts';
import { resolveLexicon } from '../src/tag/resolve.ts';
import { readLexicons } from '../tests/lexicons/read.ts';

/** Most characters of a pattern in a table; the term's id says which line of the lexicon it is. */
const longest = 72;

const Measured = z.array(
  z.object({
    term: z.string(),
    frame: z.string(),
    passages: z.string(),
    right: z.string(),
    precision: z.string(),
    recall: z.string(),
    alone: z.string(),
    measured: z.string(),
    source: z.string(),
  }),
);

/** How each term did in passages that readers coded, as `lexicons/measured.csv` has it. */
export function readMeasured(): z.infer<typeof Measured> {
  const file = join(import.meta.dirname, '..', 'lexicons', 'measured.csv');
  return Measured.parse(parse(readFileSync(file, 'utf8'), { columns: true }));
}

/** `docs/lexicon-coverage.md`: terms by category and language, and how those of the frames were measured. */
export function lexiconReference(): string {
  const { terms } = resolveLexicon(readLexicons()).lexicon;
  const byId = new Map(terms.map((term) => [term.id, term]));
  const measured = readMeasured();
  const frames = [...new Set(measured.map(({ frame }) => frame))];
  const when = measured.map(({ measured: day }) => day).sort();
  return [
    '# What the lexicons cover',
    '',
    'Made from `lexicons/` by `npm run docs`; a test compares the two. That every cell is met in every language is a test too',
    '(`tests/lexicons/coverage.test.ts`), and that every institution is known by its names.',
    '',
    '## Terms by category',
    '',
    'A term is one line of a lexicon. *Seen* were those whose wording, in one of its forms, stood in real text.',
    '',
    '| category | en | es | pt | seen |',
    '|---|--:|--:|--:|--:|',
    ...categoryRows(terms),
    '',
    '## Measured against readers',
    '',
    `${measured[0]?.source ?? 'No passages'}, last on ${when.at(-1) ?? '-'}: how often a term was right where it counted, and what share of the`,
    'passages of its language with the frame it finds, together with others and by itself; 95 % is the interval of Wilson. Terms that no passage has are not listed,',
    'and say nothing yet. Written by `node bench/gold.ts --terms`, which also prints precision and recall of the whole frames.',
    '',
    ...frames.flatMap((frame) => [
      `### ${frame}`,
      '',
      '| term | pattern | met | right | precision | 95 % | recall | alone |',
      '|---|---|--:|--:|--:|--:|--:|--:|',
      ...measured
        .filter((one) => one.frame === frame)
        .map(
          ({ term, passages, right, precision, recall, alone }) =>
            `| ${term.split('/')[1] ?? term} | ${code(byId.get(term)?.pattern ?? '?')} | ${passages} | ${right} | ${precision} | ${rangeOf(right, passages)} | ${recall || '-'} | ${alone || '-'} |`,
        ),
      '',
    ]),
  ].join('\n');
}

function rangeOf(right: string, passages: string): string {
  const range = wilson(Number(right), Number(passages));
  return range === null ? '-' : `${range.lower.toFixed(2)} to ${range.upper.toFixed(2)}`;
}

function categoryRows(terms: readonly Term[]): readonly string[] {
  const groups = Map.groupBy(terms, ({ theme, category }) => `${theme}/${category}`);
  return [...groups].map(([name, own]) => {
    const inLanguage = lexiconLanguages.map(
      (language) => own.filter((term) => term.language === language).length,
    );
    const seen = own.filter(({ status }) => status === 'attested').length;
    const count = Object.fromEntries(lexiconLanguages.map((language, i) => [language, inLanguage[i]]));
    return `| ${name} | ${count['en']} | ${count['es']} | ${count['pt']} | ${Math.round((100 * seen) / own.length)} % |`;
  });
}

/** A pattern as code in a table, where a bar would begin a column. */
function code(pattern: string): string {
  const letters = [...pattern];
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : pattern;
  return `\`${short.replaceAll('|', '\\|')}\``;
}
