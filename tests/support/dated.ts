import type { Observation } from '../../src/model/profile.ts';
import { StudyFile } from '../../src/model/study.ts';
import { substream } from '../../src/stats/substream.ts';
import { observation } from './observation.ts';

/** What a test says of one document: when, by whom, and its passages with either frame. */
export type Says = {
  readonly date: string | null;
  readonly a: number;
  readonly b: number;
  readonly institution?: string;
  readonly voice?: string;
  readonly kind?: string | null;
  readonly language?: 'es' | 'pt' | 'en';
};

/** Observations with NEP as `a`, DIL and PE as `b`. */
export function dated(documents: readonly Says[]): readonly Observation[] {
  return documents.map(({ date, a, b, ...who }, place) => ({
    ...observation({
      file: `documents/${String(place).padStart(4, '0')}.pdf`,
      presence: { NEP: a, DIL: b, PE: b },
      ...who,
    }),
    date,
  }));
}

/** A study that asks for NEP against DIL, with PE as companion. */
export function timeStudy(extra: Partial<Parameters<typeof StudyFile.parse>[0] & object> = {}) {
  return StudyFile.parse({ title: 'Made up', ...extra });
}

/** Documents of ten years, `each` a year, whose share of `a` among `size` passages varies with the document. */
export function years(
  seed: number,
  each: number,
  shareIn: (year: number) => number,
  size = 10,
): readonly Says[] {
  const random = substream(seed, 'dated', 0);
  return Array.from({ length: 10 }, (_, year) =>
    Array.from({ length: each }, (): Says => {
      const share = Math.min(1, Math.max(0, shareIn(year) + (random.unit() - 0.5) * 0.3));
      const a = Array.from({ length: size }, () => random.unit() < share).filter(Boolean).length;
      return { date: `${2000 + year}-0${1 + random.below(9)}`, a, b: size - a };
    }),
  ).flat();
}
