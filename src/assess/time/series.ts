import type { Observation } from '../../model/profile.ts';
import type { StudyFile } from '../../model/study.ts';
import { compareText } from '../../text/compare.ts';
import { documentsOf, type Ratio } from '../gather.ts';
import { poleCode } from '../poles.ts';

/** What of a study courses over time are computed with. */
export type TimeSetting = Pick<StudyFile, 'poles' | 'contrast' | 'settings' | 'events'>;

/** A document as far as time needs it: its counts for some categories, language by language. */
export type Spoken = {
  /** As far as it is known; null without a date. */
  readonly date: string | null;
  readonly kind: string | null;
  readonly parts: readonly { readonly language: string; readonly counts: readonly number[] }[];
};

/** All documents of one institution in one voice. */
export type Spoke = {
  readonly institution: string;
  readonly voice: string;
  readonly documents: readonly Spoken[];
};

/** A document with a framed passage: passages with the numerator's frame, and with the denominator's. */
export type Counted = { readonly date: string | null; readonly kind: string | null } & {
  readonly a: number;
  readonly b: number;
};

/** The ratio of the study's poles, and the one against its companion, where it has one. */
export function ratiosOf({
  poles,
}: Pick<StudyFile, 'poles'>): readonly (Ratio & { readonly pole: 'primary' | 'companion' })[] {
  const { claimed, diluted } = poles;
  const companion = poleCode('companion', poles);
  return [
    { pole: 'primary', numerator: claimed, denominator: diluted } as const,
    ...(companion === null
      ? []
      : [{ pole: 'companion', numerator: claimed, denominator: companion } as const]),
  ];
}

/**
 * Sorts observations by institution and voice, with the counts of some categories. Documents that say the same at the
 * same time are one object, so that millions fit into memory.
 */
export function spokenBy(observations: Iterable<Observation>, codes: readonly string[]): readonly Spoke[] {
  const found = new Map<string, { institution: string; voice: string; documents: Spoken[] }>();
  const known = new Map<string, Spoken>();
  for (const parts of documentsOf(observations)) {
    const [{ institution, voice, kind, date }] = parts;
    const made: Spoken = {
      date: date === null ? null : date.slice(0, 7),
      kind,
      parts: parts.map(({ language, presence }) => ({
        language,
        counts: codes.map((code) => presence[code] ?? 0),
      })),
    };
    const text = JSON.stringify(made);
    const document = known.get(text) ?? made;
    if (document === made) known.set(text, made);
    const name = JSON.stringify([institution, voice]);
    const spoke = found.get(name) ?? {
      institution: institution ?? '(none)',
      voice: voice ?? '(none)',
      documents: [],
    };
    if (spoke.documents.push(document) === 1) found.set(name, spoke);
  }
  return [...found.values()].toSorted(
    (a, b) => compareText(a.institution, b.institution) || compareText(a.voice, b.voice),
  );
}

/** The documents with a framed passage, all their languages together; `a` and `b` are places among the counts. */
export function countedIn(documents: readonly Spoken[], a: number, b: number): readonly Counted[] {
  const known = new Map<Spoken, Counted | null>();
  return documents.flatMap((document) => {
    let counted = known.get(document);
    if (counted === undefined) {
      const total = (place: number) =>
        document.parts.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0);
      const both = { date: document.date, kind: document.kind, a: total(a), b: total(b) };
      counted = both.a + both.b > 0 ? both : null;
      known.set(document, counted);
    }
    return counted ?? [];
  });
}
