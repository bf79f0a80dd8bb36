import type { MeasuredCategory } from '../model/lexicon.ts';
import type { Results } from '../model/results.ts';
import type { StudyFile } from '../model/study.ts';

/** How a frame looks everywhere: a name of a colour, a shape of a point, a style of an underline. */
export type Look = {
  readonly tone: Tone;
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'cross' | 'wye';
};

/**
 * Colours told apart by people with any colour vision (Okabe and Ito); each frame keeps its own in
 * terminal, report and explorer.
 */
export const tones = {
  paradigm: '#0072B2',
  poverty: '#D55E00',
  addon: '#E69F00',
  integration: '#009E73',
  mainstream: '#56B4E9',
  rose: '#CC79A7',
  grey: '#8A8A86',
} as const;
export type Tone = keyof typeof tones;

const known: Readonly<Record<string, Look>> = {
  NEP: { tone: 'paradigm', symbol: 'circle' },
  PE: { tone: 'poverty', symbol: 'triangle' },
  ADD: { tone: 'addon', symbol: 'square' },
  DIL: { tone: 'poverty', symbol: 'wye' },
  INT: { tone: 'integration', symbol: 'diamond' },
  ECON: { tone: 'mainstream', symbol: 'star' },
};

/** The look of a category; those without a colour of their own share two. */
export function lookOf(code: string): Look {
  return known[code] ?? { tone: code.charCodeAt(0) % 2 === 0 ? 'rose' : 'grey', symbol: 'cross' };
}

/** Categories that are no union of others, without the object: what a passage is coloured by. */
export function elementary(
  categories: readonly MeasuredCategory[],
  object: string,
): readonly MeasuredCategory[] {
  const frames = categories.filter(({ code }) => code !== object);
  return frames.filter((whole) => !frames.some((part) => part !== whole && isPart(part, whole)));
}

/** The elementary categories that belong to the poles of the study: the claimed one first. */
export function poleFrames(
  categories: readonly MeasuredCategory[],
  study: StudyFile,
): readonly MeasuredCategory[] {
  const { claimed, diluted, companion } = study.poles;
  const poles = [claimed, diluted, companion].flatMap((code) =>
    categories.filter((one) => one.code === code),
  );
  return elementary(categories, study.object).filter((one) =>
    poles.some((pole) => pole.code === one.code || isPart(one, pole)),
  );
}

/** At most six frames for a drawing: those of the poles, then the most frequent. */
export function drawnFrames({ categories, study, profiles }: Results): readonly MeasuredCategory[] {
  const poles = poleFrames(categories, study);
  const presence = (code: string) =>
    profiles
      .filter(({ by }) => by === 'voice')
      .flatMap(({ frames }) => frames)
      .reduce((sum, frame) => sum + (frame.code === code ? frame.presence : 0), 0);
  const others = elementary(categories, study.object)
    .filter((one) => !poles.includes(one) && presence(one.code) > 0)
    .toSorted((a, b) => presence(b.code) - presence(a.code));
  return [...poles, ...others].slice(0, Math.max(6, poles.length));
}

function isPart(part: MeasuredCategory, whole: MeasuredCategory): boolean {
  return (
    part.categories.length > 0 &&
    part.categories.length < whole.categories.length &&
    part.categories.every((name) => whole.categories.includes(name))
  );
}
