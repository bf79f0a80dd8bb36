import { InputError } from '../model/input.ts';

/** Reads the value of an option that is a whole number from `least` upwards; throws an InputError of any other. */
export function wholeNumber(option: string, least: number): (written: string) => number {
  return (written) => {
    const number = Number(written);
    if (/^\d+$/.test(written) && Number.isSafeInteger(number) && number >= least) return number;
    throw new InputError([`${option}: expected a whole number from ${least}, got "${written}"`]);
  };
}
