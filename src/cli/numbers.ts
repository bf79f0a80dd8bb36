import { InputError } from '../model/input.ts';

/** Reads the value of an option that is a whole number from `least` to `most`; throws an InputError of any other. */
export function wholeNumber(
  option: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): (written: string) => number {
  return (written) => {
    const number = Number(written);
    if (/^\d+$/.test(written) && number >= least && number <= most) return number;
    const upTo = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`;
    throw new InputError([`${option}: expected a whole number from ${least}${upTo}, got "${written}"`]);
  };
}
