import type { ColumnView } from '../../../model/api/coding.ts';
import { type SampleDesign, unsure } from '../../../model/coding.ts';
import { isCategory } from '../../../validate/adjudicate.ts';
import { meaningOf, questions } from '../../../validate/instructions.ts';
import { asked, type CodingSource } from './source.ts';

/** What is asked of every passage of a sample, and how it can be answered. */
export function columnViews(
  { columns, object }: Pick<SampleDesign, 'columns' | 'object'>,
  { study }: Pick<CodingSource, 'study'>,
): ColumnView[] {
  const codebook = asked({ study });
  return columns.map((column) => {
    const { title, definition } = meaningOf(column.code, codebook);
    return {
      code: column.code,
      title,
      definition,
      isObject: column.code === object,
      isCategory: isCategory(column),
      answers: [
        ...column.values.map((value) => ({ value, label: labelOf(column.code, value) })),
        { value: unsure, label: 'cannot tell' },
      ],
    };
  });
}

function labelOf(code: string, value: string): string {
  const question = Object.entries(questions).find(([name]) => name === code)?.[1];
  const meanings: Readonly<Record<string, string>> = question?.values ?? { 1: 'yes', 0: 'no' };
  return meanings[value] ?? value;
}
