import type { CodingSheet, Instruction } from '../model/coding.ts';
import { type CodingColumn, type SampleDesign, unsure } from '../model/coding.ts';
import type { CategoryEntry, LexiconSource, MeasuredCategory } from '../model/lexicon.ts';
import type { MentionColumn } from '../model/mention-codes.ts';

/** Examples of a category in one language that a coder is shown. */
const examples = 2;

/** Questions about a passage as a whole that may be coded beside the categories. */
export const questions = {
  VOICE: {
    title: 'Whose words',
    definition: 'Whether the passage speaks for itself or gives the words of somebody else.',
    values: { own: 'it speaks for itself', other: 'it quotes or reports others' },
  },
  POLARITY: {
    title: 'For or against',
    definition: 'Whether what is said of the object by the categories marked 1 is affirmed or denied.',
    values: { affirms: 'it is affirmed', denies: 'it is denied, doubted or rejected' },
  },
} as const;

type Codebook = {
  readonly measured: readonly MeasuredCategory[];
  readonly source: LexiconSource;
  /** What hypotheses about mentions ask of every passage. */
  readonly mentions?: readonly MentionColumn[];
};

/** The columns of a sheet with their titles and a hint of at most 250 characters. */
export function titled(columns: readonly CodingColumn[], codebook: Codebook): CodingSheet['columns'] {
  return columns.map((column) => {
    const { title, definition } = meaningOf(column.code, codebook);
    const values = column.values.join(', ');
    const hint = `${definition} (${values}, or ${unsure} where you cannot tell)`;
    return { ...column, title, hint: hint.length > 250 ? `${hint.slice(0, 247)}...` : hint };
  });
}

/** How to code, in words, from the codebook: what each category is, what belongs to it and what does not, with examples. */
export function instructions(
  columns: readonly CodingColumn[],
  object: string,
  codebook: Codebook,
  isAdjudication: boolean,
  on: 'sheet' | 'screen' = 'sheet',
  unit: SampleDesign['unit'] = undefined,
): readonly Instruction[] {
  const about = meaningOf(object, codebook).title;
  const of = unit === 'documents' ? ' of documents' : '';
  const opening = isAdjudication
    ? [
        `Coders differ on these passages, or could not tell. ${on === 'sheet' ? 'The column `said` shows' : 'Below the text stands'} what each of them coded.`,
        `Decide each code anew from the text and the definitions below; the ${on === 'sheet' ? 'column `note`' : 'note'} takes your reason.`,
      ]
    : [
        `${on === 'sheet' ? 'Each row is one passage. Read it' : 'Read each passage'} by itself: you are not told who wrote it, where or when, and need not find out.`,
        ...(unit === 'documents'
          ? [
              'You get whole documents: passages whose ids begin alike are one document, in their order. Code all of a document; one with a gap counts for nothing.',
            ]
          : []),
        'Do not talk about passages with other coders before all is coded: that you judge alone is what makes two judgements worth more than one.',
      ];
  return [
    {
      title: 'How to code',
      lines: [
        ...opening,
        ...(on === 'sheet'
          ? [
              `First ${object}: 1 if the passage is about ${about.toLowerCase()}, else 0. After a 0 you may leave the other categories empty; they count as 0.`,
              `Then every other category: 1 if the passage frames its object so, 0 if not, ${unsure} if you cannot tell. Several may be 1. Judge the meaning, not single words.`,
            ]
          : [
              `First whether the passage is about ${about.toLowerCase()}. After a no the other categories count as no.`,
              'Then every other category: yes if the passage frames its object so, no if not, or that you cannot tell. Several may be yes. Judge the meaning, not single words.',
            ]),
        on === 'sheet'
          ? `An empty cell has not been coded yet: you may stop anywhere and hand in what you have. Work from the top, since the order${of} is random.`
          : `You may stop anywhere and go on later. Work from the first passage on, since the order${of} is random.`,
        '[INSTITUTION], [COUNTRY], [PROGRAMME], [DATE] and [PERSON 1] stand for names and dates that were taken out; a number tells the persons of one passage apart.',
        ...(on === 'sheet'
          ? [
              'Change nothing but the codes and your notes: a row whose id or text has changed is not taken.',
              'Keys: Tab leads to the next cell, Enter down; type the value, or open its list with Alt and the down arrow.',
            ]
          : []),
      ],
    },
    ...columns.map((column) => sectionOf(column, object, codebook)),
  ];
}

function sectionOf(column: CodingColumn, object: string, codebook: Codebook): Instruction {
  const { measured, source } = codebook;
  const { title, definition } = meaningOf(column.code, codebook);
  const question = questionOf(column.code);
  if (question !== null) {
    const values = Object.entries(question.values).map(([value, meaning]) => `${value}: ${meaning}`);
    return { title: `${column.code}: ${title}`, lines: [definition, ...values] };
  }
  const parts = measured.find(({ code }) => code === column.code)?.categories ?? [];
  const lines = parts.flatMap((name) => {
    const entry = entryOf(name, source);
    return entry === null ? [] : linesOf(name, entry);
  });
  const first = column.code === object ? 'Code this first. ' : '';
  return { title: `${column.code}: ${title}`, lines: [`${first}${definition}`, ...lines] };
}

function linesOf(name: string, entry: CategoryEntry): readonly string[] {
  const shown = (sentences: Partial<Record<string, readonly string[]>>) =>
    Object.values(sentences).flatMap((some) => (some ?? []).slice(0, examples).map((one) => `“${one}”`));
  const [yes, no] = [shown(entry.matches), shown(entry.rejects)];
  const lines = [
    `${spoken(name)}: ${entry.definition}`,
    ...(entry.include === undefined ? [] : [`Include: ${entry.include}`]),
    ...(entry.exclude === undefined ? [] : [`Exclude: ${entry.exclude}`]),
    ...(yes.length === 0 ? [] : [`For example: ${yes.join(' ')}`]),
    ...(no.length === 0 ? [] : [`But not: ${no.join(' ')}`]),
  ];
  // A remark for those who write lexicons.
  return lines.map((line) => line.replaceAll(' (masked)', ''));
}

/** `poverty_eradication/social_protection` as people say it: `social protection`. */
function spoken(name: string): string {
  const plain = (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function entryOf(name: string, { themes }: LexiconSource): CategoryEntry | null {
  const [theme, category = ''] = name.split('/');
  return themes.find((one) => one.theme.theme === theme)?.theme.categories[category] ?? null;
}

/** What a column asks, in a few words and in a sentence. */
export function meaningOf(
  code: string,
  { measured, mentions = [] }: Pick<Codebook, 'measured' | 'mentions'>,
): { readonly title: string; readonly definition: string } {
  const question = questionOf(code);
  if (question !== null) return question;
  const mention = mentions.find((one) => one.code === code);
  if (mention !== undefined) return mention;
  const found = measured.find((category) => category.code === code);
  return { title: found?.label ?? code, definition: found?.definition ?? code };
}

function questionOf(code: string) {
  return Object.entries(questions).find(([name]) => name === code)?.[1] ?? null;
}
