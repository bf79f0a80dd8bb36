import type { LexiconLanguage } from '../src/model/passage.ts';
import { type Dice, dice } from './dice.ts';
import { type Frame, frames, type Institution, type Kind, type Publishers } from './texts.ts';

/** How a document is written to disk; `columns` is a PDF in two columns. */
export const forms = ['pdf', 'columns', 'docx', 'html', 'txt'] as const;
export type Form = (typeof forms)[number];

/**
 * What one passage truly is, drawn before a word of it exists. `plain` has no object; `neutral` has the object
 * and no frame; `decoy` has the object and a term of a frame that it does not express; `trap` names the social
 * market economy.
 */
export type Draw =
  | { readonly sort: 'plain' | 'neutral' | 'trap' }
  | { readonly sort: 'decoy'; readonly decoy: 'NEP' | 'PE' | 'ADD' }
  | { readonly sort: 'framed'; readonly frames: readonly Frame[]; readonly expressed: 'term' | 'paraphrase' };

/** One document before it is written. */
export type Planned = {
  readonly institution: Institution;
  readonly language: LexiconLanguage;
  readonly kind: Kind;
  /** As precise as the manifest gives it: `2009-05-14`, `2009-05` or `2009`. */
  readonly date: string;
  readonly form: Form;
  readonly listed: boolean;
  /** Path relative to the corpus folder. */
  readonly file: string;
  readonly passages: readonly Draw[];
};

const languages = ['es', 'pt', 'en'] as const;
const periods = [2000, 2005, 2010] as const;
const formsOf: Readonly<Record<Kind, readonly Form[]>> = {
  declaration: ['pdf', 'html', 'txt', 'columns'],
  article: ['columns', 'html', 'docx'],
  programme: ['pdf', 'docx', 'html'],
  decision: ['pdf', 'docx', 'txt', 'html'],
  minutes: ['pdf', 'txt', 'docx', 'pdf'],
};
/** Fewest and most passages of a document by its kind. */
export const lengths: Readonly<Record<Kind, readonly [number, number]>> = {
  declaration: [9, 13],
  article: [11, 15],
  programme: [11, 15],
  decision: [11, 15],
  minutes: [12, 16],
};
const extensions: Readonly<Record<Form, string>> = {
  pdf: 'pdf',
  columns: 'pdf',
  docx: 'docx',
  html: 'html',
  txt: 'txt',
};

/** Shares of passages by sort; the rest is framed. */
export const sorts = { plain: 0.1, neutral: 0.18, decoy: 0.06 };
/** Share of framed passages that carry a second frame, and its spread between documents in log odds. */
export const mixed = 0.08;
export const spread = 0.5;

/** Draws all documents and the truth of their passages; the same seed gives the same plan. */
export function plan(publishers: Publishers, seed: number): readonly Planned[] {
  const used = new Map<Kind, number>();
  const planned = publishers.institutions.flatMap((institution, place) =>
    slotsOf(institution, place).map(({ year, period, language }, index) => {
      const draw = dice(seed, `${institution.slug}/${year ?? period}/${language}`);
      const voice = publishers.voices[institution.voice];
      if (voice === undefined) throw new Error(`institutions.yaml: no voice \`${institution.voice}\``);
      const settled = publishers.settled.find(
        (one) => one.slug === institution.slug && one.period === period && one.language === language,
      );
      const kind = settled?.kind ?? at(voice.kinds, index + place * 2);
      const turn = used.get(kind) ?? 0;
      used.set(kind, turn + 1);
      const form = settled?.form ?? at(formsOf[kind], turn);
      const date = settled?.date ?? dated(draw, year ?? period + draw.whole(0, 4), kind);
      const stem = `${institution.slug}_${kind}_${date}_${language}.${extensions[form]}`;
      return {
        institution,
        language,
        kind,
        date,
        form,
        listed: settled?.listed ?? true,
        file: `documents/${institution.voice}/${institution.slug}/${stem}`,
        passages: passagesOf(draw, institution, voice, kind, Number(date.slice(0, 4))),
      };
    }),
  );
  return withTrap(planned.sort((a, b) => (a.file < b.file ? -1 : 1)));
}

type Slot = { readonly year: number | null; readonly period: number; readonly language: LexiconLanguage };

/** Contrasted sides publish in each language and period, and once in 2015; the others where their file says so. */
function slotsOf(institution: Institution, place: number): readonly Slot[] {
  if (institution.documents !== undefined) {
    return institution.documents.map((entry) => {
      const [year = '', language = ''] = entry.split(' ');
      const known = languages.find((one) => one === language) ?? 'es';
      return { year: Number(year), period: Math.floor(Number(year) / 5) * 5, language: known };
    });
  }
  const cells = periods.flatMap((period) => languages.map((language) => ({ year: null, period, language })));
  return [...cells, { year: 2015, period: 2015, language: at(languages, place) }];
}

/** Minutes know their day; other texts sometimes only their month or year. */
function dated(draw: Dice, year: number, kind: Kind): string {
  const month = String(draw.whole(1, 12)).padStart(2, '0');
  const day = String(draw.whole(1, 28)).padStart(2, '0');
  const precision =
    kind === 'minutes' ? 'day' : draw.weighted({ day: 0.7, month: 0.2, year: 0.1 }, ['day', 'month', 'year']);
  if (precision === 'year') return String(year);
  return precision === 'month' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function passagesOf(
  draw: Dice,
  institution: Institution,
  voice: Publishers['voices'][string],
  kind: Kind,
  year: number,
): readonly Draw[] {
  const [low, high] = lengths[kind];
  const logit = Math.log(institution.nep / (1 - institution.nep));
  const period = (Math.floor(year / 5) * 5 - 2005) / 5;
  const claimed = 1 / (1 + Math.exp(-(logit + institution.trend * period + spread * draw.normal())));
  return Array.from({ length: draw.whole(low, high) }, () => {
    const sort = draw.weighted({ ...sorts, framed: 1 - sorts.plain - sorts.neutral - sorts.decoy }, [
      'plain',
      'neutral',
      'decoy',
      'framed',
    ]);
    if (sort === 'decoy') return { sort, decoy: draw.weighted(voice.decoys, ['NEP', 'PE', 'ADD']) };
    if (sort !== 'framed') return { sort };
    const first = frameOf(draw, institution, claimed);
    const second = draw.chance(mixed) ? frameOf(draw, institution, claimed) : first;
    const found = frames.filter((frame) => frame === first || frame === second);
    const unsaid = found.includes('NEP') ? voice.unsaid.NEP : voice.unsaid.other;
    const sayable = found.every((frame) => frame !== 'SOC' && frame !== 'ECON');
    return { sort, frames: found, expressed: sayable && draw.chance(unsaid) ? 'paraphrase' : 'term' };
  });
}

function frameOf(draw: Dice, institution: Institution, claimed: number): Frame {
  const others = frames.reduce((sum, frame) => sum + (institution.other[frame] ?? 0), 0);
  if (draw.chance(others)) return draw.weighted(institution.other, frames);
  if (draw.chance(claimed)) return 'NEP';
  return draw.chance(institution.pe) ? 'PE' : 'ADD';
}

/** Puts the one passage about the social market economy into the Spanish article of an outside voice. */
function withTrap(planned: readonly Planned[]): readonly Planned[] {
  const index = planned.findIndex(
    (one) => one.language === 'es' && one.institution.voice === 'international_organisation',
  );
  return planned.map((one, i) =>
    i === index
      ? {
          ...one,
          passages: [...one.passages.slice(0, 4), { sort: 'trap' as const }, ...one.passages.slice(4)],
        }
      : one,
  );
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('expected a list with something in it, got none');
  return found;
}
