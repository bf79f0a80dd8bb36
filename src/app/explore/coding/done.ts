import { type SampleDesign, unsure } from '../../../model/coding.ts';
import { codeOf } from '../../../validate/adjudicate.ts';

type Codes = Readonly<Record<string, string>>;

/** Whether all has been said of an item: every column is coded, or the object is not there and nothing else is asked. */
export function isDone(codes: Codes, { columns, object }: Pick<SampleDesign, 'columns' | 'object'>): boolean {
  return codes[object] === '0' || columns.every((column) => codeOf(codes, column, object) !== null);
}

/** Whether a coder could not tell somewhere. */
export function isUnsure(codes: Codes): boolean {
  return Object.values(codes).includes(unsure);
}
