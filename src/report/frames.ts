import { elementary as elementaryOf, isPart, type MeasuredCategory } from '../model/lexicon.ts';
import type { KeptResults } from '../model/results.ts';

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

/** Categories that are no union of others, without the object. */
export function elementary({
  categories,
  study,
}: Pick<KeptResults, 'categories' | 'study'>): readonly MeasuredCategory[] {
  return elementaryOf(categories, study.object);
}

/**
 * The elementary categories that frame the object, by which a passage is coloured: first those of the
 * claimed pole, then of the diluted one and of its companion, then what else consists of frames alone.
 */
export function framesOf(results: KeptResults): readonly MeasuredCategory[] {
  const layers = new Map(results.terms.map(({ theme, category, layer }) => [`${theme}/${category}`, layer]));
  const poles = poleFrames(results);
  const rest = elementary(results).filter(
    (one) => !poles.includes(one) && one.categories.every((name) => layers.get(name) === 'frame'),
  );
  return [...poles, ...rest];
}

/** The elementary categories that belong to the poles of the study: the claimed one first. */
export function poleFrames(results: Pick<KeptResults, 'categories' | 'study'>): readonly MeasuredCategory[] {
  const { claimed, diluted, companion } = results.study.poles;
  const parts = elementary(results);
  const found = [claimed, diluted, companion].flatMap((code) => {
    const pole = results.categories.find((one) => one.code === code);
    return pole === undefined ? [] : parts.filter((one) => one === pole || isPart(one, pole));
  });
  return [...new Set(found)];
}

/** At most six frames for a drawing: those of the poles, then the most frequent. */
export function drawnFrames(results: KeptResults): readonly MeasuredCategory[] {
  const poles = poleFrames(results);
  const presence = (code: string) =>
    results.profiles
      .filter(({ by }) => by === 'voice')
      .flatMap(({ frames }) => frames)
      .reduce((sum, frame) => sum + (frame.code === code ? frame.presence : 0), 0);
  const others = framesOf(results)
    .filter((one) => !poles.includes(one) && presence(one.code) > 0)
    .toSorted((a, b) => presence(b.code) - presence(a.code));
  return [...poles, ...others].slice(0, Math.max(6, poles.length));
}
