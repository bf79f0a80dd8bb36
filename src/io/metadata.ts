import type { MetadataClaim } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { DatePrecision, type Metadata, type StudyFile } from '../model/study.ts';
import { voiceNamed } from './filename.ts';
import { spelling, spoken } from './spelling.ts';

/** The metadata of a source of which nothing is known. */
export const unknownMetadata: Metadata = {
  title: null,
  institution: null,
  voice: null,
  kind: null,
  date: null,
  date_precision: null,
  language: null,
  translation_of: null,
  version_of: null,
  body: null,
  lead_ministry: null,
  url: null,
  rights: null,
};

type Known = { readonly from: string; readonly value: string };

/**
 * What the folders below `documents/` say of a file, outermost first as `study.folders` lists them. A
 * folder that stands for the voice or the language but is none says nothing.
 */
export function fromFolders(
  folders: readonly string[],
  study: Pick<StudyFile, 'folders'>,
  voices: ReadonlySet<string>,
): MetadataClaim {
  const values: Partial<Record<keyof Metadata, string>> = {};
  for (const [depth, field] of study.folders.entries()) {
    const folder = folders[depth]?.normalize('NFC');
    if (folder === undefined || field === 'ignore') continue;
    const value = { voice: voiceNamed, institution: spoken, kind: same, language: languageNamed }[field](
      folder,
      voices,
    );
    if (value !== null) values[field] = value;
  }
  return { from: 'path', values: values as Partial<Metadata> };
}

/**
 * Puts together what several places say of one file. The first place that knows a field is followed; a
 * later one that says otherwise is a Problem that names both. Institutions are compared by their
 * aliases and without regard to case, accents and punctuation. A date counts as far as its precision says;
 * a longer date that agrees with a shorter one is followed. Last comes the voice that `study.yaml` gives
 * the institution.
 */
export function mergeMetadata(
  file: string,
  claims: readonly MetadataClaim[],
  study: Pick<StudyFile, 'institutions'>,
): { readonly metadata: Metadata; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const kept = new Map<string, Known>();
  for (const claim of claims) {
    const { from } = claim;
    for (const [field, value] of Object.entries(claim.values)) {
      if (typeof value !== 'string' || field === 'date' || field === 'date_precision') continue;
      take(field, { from, value: field === 'institution' ? canonical(value, study) : value });
    }
    takeDate(claim);
  }
  const institution = study.institutions.find(({ name }) => name === kept.get('institution')?.value);
  if (institution?.voice !== undefined) take('voice', { from: 'study.yaml', value: institution.voice });
  const found = Object.fromEntries([...kept].map(([field, { value }]) => [field, value]));
  const precision = precisionOf(kept.get('date')?.value ?? null);
  return { metadata: { ...unknownMetadata, ...found, date_precision: precision } as Metadata, problems };

  function take(field: string, other: Known): void {
    const known = kept.get(field);
    if (known === undefined) kept.set(field, other);
    else if (field === 'date' && other.value.startsWith(known.value)) kept.set(field, other);
    else if (!agrees(field, known.value, other.value)) {
      problems.push({ code: 'metadata_contradiction', file, field, kept: known, other });
    }
  }

  function takeDate({ from, values: { date, date_precision: stated } }: MetadataClaim): void {
    if (typeof date !== 'string') return;
    const precision = precisionOf(date);
    const length = stated ? lengths[stated] : date.length;
    if (stated && length > date.length) {
      problems.push({
        code: 'metadata_contradiction',
        file,
        field: 'date_precision',
        kept: { from: `date of the ${from}`, value: String(precision) },
        other: { from: `date_precision of the ${from}`, value: stated },
      });
    }
    take('date', { from, value: date.slice(0, length) });
  }
}

const lengths = { year: 4, month: 7, day: 10 } as const;

function precisionOf(date: string | null): Metadata['date_precision'] {
  return DatePrecision.options.find((precision) => lengths[precision] === date?.length) ?? null;
}

function agrees(field: string, known: string, other: string): boolean {
  return field === 'date' ? known.startsWith(other) : spelling(known) === spelling(other);
}

function canonical(institution: string, study: Pick<StudyFile, 'institutions'>): string {
  const wanted = spelling(institution);
  const known = study.institutions.find(({ name, aliases }) =>
    [name, ...aliases].some((other) => spelling(other) === wanted),
  );
  return known?.name ?? institution;
}

function same(name: string): string {
  return name;
}

function languageNamed(name: string): string | null {
  const language = name.toLowerCase();
  return ['en', 'es', 'pt'].includes(language) ? language : null;
}
