import type { CodingColumn } from '../src/model/coding.ts';
import { unsure } from '../src/model/coding.ts';
import type { Dice } from './dice.ts';
import type { Named } from './named.ts';

/** Who codes the sample and who decides where they differ: nobody. Their names say so wherever they stand. */
export const simulatedCoders = ['simulated-1', 'simulated-2'] as const;
export const simulatedAdjudicator = 'simulated-3';

/** Passages of either side that they code: the number to extend a sample to where 150 leave the interval wide. */
export const codedPerSide = 400;

/** The frames that they are asked about beside the object: those of the two poles, and integration for H2a. */
export const codedFrames = ['NEP', 'PE', 'ADD', 'INT'] as const;

/** Share that both of them code: frames are rare, and agreement on a rare one is told well by many passages alone. */
export const codedTwice = 0.5;

/** Documents of either side that they code whole: all there are. */
export const documentsPerSide = 30;

/** The hypotheses about mentions that they are asked about: of channels and money, which the generator plants. */
export const codedHypotheses = ['H3', 'H3w', 'H5'] as const;

const channels: readonly Named[] = ['channel:social', 'channel:economic', 'channel:other'];

/** What of a passage makes these codes 1. Nothing makes `DEF` so: the generator plants no definition. */
const mentionTruths: Readonly<Record<string, readonly Named[]>> = {
  H2B_SUBSTANTIVE: channels,
  H3_A: ['channel:social'],
  H3_B: ['channel:economic', 'channel:other'],
  H3W_A: ['channel:social'],
  H3W_B: ['channel:economic'],
  H5_A: ['money:public', 'money:donor'],
  H5_B: ['money:own'],
};

/** What a passage truly is, as far as coders are asked about it. */
export type Told = {
  readonly object: boolean;
  readonly frames: readonly string[];
  /** Who it says carries something out or pays; left out for nobody. */
  readonly named?: readonly string[];
};

/** How often a coder overlooks what is there, sees what is not, and cannot tell, for each code. */
export const slips = { overlooked: 0.02, imagined: 0.003, unsure: 0.02 };

type Column = Pick<CodingColumn, 'code' | 'alone'>;

/**
 * What a simulated coder writes into the columns of a sheet: the truth, with a few slips. Frames of a passage without the
 * object stay empty, as the instructions allow; what is asked of every passage never does. Slips with mentions come from
 * `apart`, so that asking about them changes no frame.
 */
export function codesBySimulation(
  truth: Told,
  columns: readonly Column[],
  object: string,
  draw: Dice,
  apart: Dice = draw,
): Readonly<Record<string, string>> {
  const seenBy = (eye: Dice) => (isThere: boolean) => {
    if (eye.chance(slips.unsure)) return unsure;
    return eye.chance(isThere ? 1 - slips.overlooked : slips.imagined) ? '1' : '0';
  };
  return filled(truth, columns, object, seenBy(draw), seenBy(apart));
}

/** What whoever decides between them writes: the truth. */
export function codesByTruth(
  truth: Told,
  columns: readonly Column[],
  object: string,
): Readonly<Record<string, string>> {
  const seen = (isThere: boolean) => (isThere ? '1' : '0');
  return filled(truth, columns, object, seen, seen);
}

type Seen = (isThere: boolean) => string;

function filled(
  { object: isAbout, frames, named = [] }: Told,
  columns: readonly Column[],
  object: string,
  seen: Seen,
  seenApart: Seen,
): Readonly<Record<string, string>> {
  const about = seen(isAbout);
  const rest = columns.filter(({ code, alone }) => code !== object && alone !== true);
  const names = (code: string) => (mentionTruths[code] ?? []).some((one) => named.includes(one));
  const framed =
    about === '0'
      ? []
      : rest.map(({ code }) => [code, seen(isAbout && (frames.includes(code) || names(code)))]);
  const mentioned = columns
    .filter(({ alone }) => alone === true)
    .map(({ code }) => [code, seenApart(names(code))]);
  const isAsked = columns.some(({ code }) => code === object);
  return Object.fromEntries([...(isAsked ? [[object, about]] : []), ...framed, ...mentioned]);
}
