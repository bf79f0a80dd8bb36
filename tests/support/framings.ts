import fc from 'fast-check';
import { drawn } from '../../src/app/curve-draws.ts';
import type { Undrawn } from '../../src/assess/robust/curve.ts';
import type { Asked, Setting } from '../../src/assess/robust/robustness.ts';
import { robustness } from '../../src/assess/robust/robustness.ts';
import type { Framing, Mark } from '../../src/model/framing.ts';
import type { Term } from '../../src/model/lexicon.ts';
import { StudyFile } from '../../src/model/study.ts';
import { logOdds } from '../../src/model/units.ts';

const category = (code: string, ...categories: string[]) => ({
  code,
  label: code,
  definition: code,
  categories,
});

/** Categories in which DIL is ADD and PE together, and SOC stands beside them. */
export const measuredPoles = [
  category('ADD', 'add/one'),
  category('DIL', 'add/one', 'poor/one'),
  category('NEP', 'new/one'),
  category('PE', 'poor/one'),
  category('SOC', 'social/one'),
];

/** A mark of a category, affirmed by the author in the first sentence unless told otherwise. */
export function markOf(category: string, values: Partial<Mark> = {}): Mark {
  return { term: `${category}.es.0`, category, sentence: 0, polarity: 'affirmed', voice: 'own', ...values };
}

/** A passage about the object of a movement's document. */
export function framingOf(values: Partial<Framing> = {}): Framing {
  return {
    file: 'a.txt',
    institution: 'Red',
    voice: 'civil_society',
    kind: 'minutes',
    date: '2010-01-01',
    language: 'es',
    period: '2010-2014',
    ordinal: 0,
    object: true,
    marks: [],
    words: [],
    ...values,
  };
}

/** One document of `a` passages of the new paradigm and `b` of the add-on. */
export function documentOf(
  file: string,
  a: number,
  b: number,
  values: Partial<Framing> = {},
): readonly Framing[] {
  return Array.from({ length: a + b }, (_, ordinal) =>
    framingOf({
      ...values,
      file,
      ordinal,
      marks: [markOf(ordinal < a ? 'new/one' : 'add/one')],
      words: [`word${(ordinal + file.length) % 7}`, `other${ordinal % 3}`],
    }),
  );
}

/** Documents of both sides from pairs of counts by institution; names of movements begin with M. */
export function studyOf(
  institutions: Readonly<Record<string, readonly (readonly [number, number])[]>>,
): readonly Framing[] {
  return Object.entries(institutions).flatMap(([institution, documents]) =>
    documents.flatMap(([a, b], at) =>
      documentOf(`${institution}/${at}.txt`, a, b, {
        institution,
        voice: institution.startsWith('M') ? 'civil_society' : 'regional_body',
      }),
    ),
  );
}

const asked: Asked = {
  claim: 'dilution',
  hypothesis: 'H1',
  numerator: 'NEP',
  denominator: 'DIL',
  more: 'source',
  smallestEffect: logOdds(Math.log(1.5)),
};

/** Everything about the robustness of such passages, with few draws. */
export function robustOf(
  framings: readonly Framing[],
  values: Partial<Setting> = {},
  question: Partial<Asked> = {},
) {
  const study = StudyFile.parse({
    title: 'Made up',
    settings: { seed: 7, robustness: { replicates: 40, permutations: 60, placebos: 20 } },
  });
  return finished(
    robustness(
      framings,
      { ...asked, ...question },
      {
        study,
        measured: measuredPoles,
        terms: termsOf(framings),
        precision: () => null,
        ...values,
      },
    ),
  );
}

/** What is still to be drawn, drawn in this process. */
export function finished<T>({ draws, finish }: Undrawn<T>): T {
  return finish(draws === null ? null : drawn(draws));
}

/** A term for every one that occurs. */
export function termsOf(framings: readonly Framing[]): readonly Term[] {
  const seen = new Map(
    framings.flatMap(({ marks }) => marks.map((mark) => [mark.term, mark.category] as const)),
  );
  return [...seen].map(([id, name]) => {
    const [theme = '', own = ''] = name.split('/');
    return {
      id,
      theme,
      category: own,
      layer: 'frame',
      language: 'es',
      pattern: `pattern of ${own}`,
      why: '',
      evidence: '',
      status: 'attested',
      exactCase: false,
      exactAccents: false,
      blocks: [],
      rules: [],
      names: null,
      author: null,
      date: null,
    };
  });
}

/** Studies of any shape, some of them without anything to compare. */
export const anyStudy = fc
  .dictionary(
    fc.constantFrom('Ma', 'Mb', 'Mc', 'Pa', 'Pb', 'Pc'),
    fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 6 }),
  )
  .map(studyOf);

/** The robustness of a study of two movements, of which the most speak of one pole, and of two bodies, of which the most speak of the other. */
export function robustApart() {
  return robustOf(
    studyOf({
      Ma: [
        [3, 1],
        [4, 2],
        [2, 1],
      ],
      Mb: [
        [3, 2],
        [5, 1],
        [3, 1],
      ],
      Pa: [
        [1, 3],
        [1, 4],
        [2, 3],
      ],
      Pb: [
        [1, 4],
        [2, 5],
        [1, 3],
      ],
    }),
  );
}
