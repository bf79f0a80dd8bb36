import { InputError } from '../../model/input.ts';

/** The value of an option that takes one of a few; throws an InputError for any other. */
export function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new InputError([`${option}: expected one of ${choices.join(', ')}, got "${value}"`]);
}

/** A whole number from 1; throws an InputError for anything else. */
export function countOf(option: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InputError([`${option}: expected a whole number from 1, got "${value}"`]);
}
