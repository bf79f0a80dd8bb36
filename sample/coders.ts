import type { CodingColumn } from '../src/model/coding.ts';
import { unsure } from '../src/model/coding.ts';
import type { Dice } from './dice.ts';

/** Who codes the sample and who decides where they differ: nobody. Their names say so wherever they stand. */
export const simulatedCoders = ['simulated-1', 'simulated-2'] as const;
export const simulatedAdjudicator = 'simulated-3';

/** Passages of either side that they code: the number to extend a sample to where 150 leave the interval wide. */
export const codedPerSide = 400;

/** The frames that they are asked about beside the object: those of the two poles, and integration for H2a. */
export const codedFrames = ['NEP', 'PE', 'ADD', 'INT'] as const;

/** What a passage truly is, as far as coders are asked about it. */
export type Told = { readonly object: boolean; readonly frames: readonly string[] };

/** How often a coder overlooks what is there, sees what is not, and cannot tell, for each code. */
export const slips = { overlooked: 0.02, imagined: 0.003, unsure: 0.02 };

/**
 * What a simulated coder writes into the columns of a sheet: the truth, with a few slips. Frames of a passage without the
 * object stay empty, as the instructions allow.
 */
export function codesBySimulation(
  truth: Told,
  columns: readonly Pick<CodingColumn, 'code'>[],
  object: string,
  draw: Dice,
): Readonly<Record<string, string>> {
  const seen = (isThere: boolean): string => {
    if (draw.chance(slips.unsure)) return unsure;
    return draw.chance(isThere ? 1 - slips.overlooked : slips.imagined) ? '1' : '0';
  };
  return filled(truth, columns, object, seen);
}

/** What whoever decides between them writes: the truth. */
export function codesByTruth(
  truth: Told,
  columns: readonly Pick<CodingColumn, 'code'>[],
  object: string,
): Readonly<Record<string, string>> {
  return filled(truth, columns, object, (isThere) => (isThere ? '1' : '0'));
}

function filled(
  { object: isAbout, frames }: Told,
  columns: readonly Pick<CodingColumn, 'code'>[],
  object: string,
  seen: (isThere: boolean) => string,
): Readonly<Record<string, string>> {
  const about = seen(isAbout);
  const rest = columns.filter(({ code }) => code !== object);
  if (about === '0') return { [object]: about };
  return {
    [object]: about,
    ...Object.fromEntries(rest.map(({ code }) => [code, seen(isAbout && frames.includes(code))])),
  };
}
