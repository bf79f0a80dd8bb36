import type { MetadataClaim } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { DatePrecision, type Metadata, PartialDate, type StudyFile } from '../model/study.ts';

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

/**
 * What the folders below `documents/` say of a file, outermost first as `study.folders` lists them. A
 * folder that stands for the voice but is no voice says nothing.
 */
export function fromFolders(
  folders: readonly string[],
  study: StudyFile,
  voices: ReadonlySet<string>,
): MetadataClaim {
  const values: Partial<Record<keyof Metadata, string>> = {};
  for (const [depth, field] of study.folders.entries()) {
    const folder = folders[depth];
    if (folder === undefined || field === 'ignore') continue;
    if (field === 'voice' && !voices.has(folder)) continue;
    if (field === 'language' && !isLanguage(folder)) continue;
    values[field] = field === 'institution' ? spoken(folder) : folder;
  }
  return { from: 'path', values: values as Partial<Metadata> };
}

/**
 * What a file's name says, by a pattern such as `{institution}_{kind}_{date}_{language}`. A name that does
 * not fit the pattern, date and language included, says nothing.
 */
export function fromFileName(name: string, pattern: string): MetadataClaim {
  const fields: string[] = [];
  const source = pattern
    .split(/(\{[a-z_]+\})/)
    .map((part) => {
      const field = /^\{([a-z_]+)\}$/.exec(part)?.[1];
      if (field === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      fields.push(field);
      return field === 'language' ? '(en|es|pt)' : field === 'date' ? '(\\d{4}(?:-\\d{2}){0,2})' : '(.+?)';
    })
    .join('');
  const match = new RegExp(`^${source}$`, 'i').exec(name.replace(/\.[^.]*$/, ''));
  const values: Record<string, string> = {};
  if (match !== null) {
    for (const [index, field] of fields.entries()) {
      const value = match[index + 1] ?? '';
      if (field === 'date' && !PartialDate.safeParse(value).success) return { from: 'file name', values: {} };
      values[field] =
        field === 'institution' ? spoken(value) : field === 'language' ? value.toLowerCase() : value;
    }
  }
  return { from: 'file name', values: values as Partial<Metadata> };
}

/**
 * Puts together what several places say of one file. The first place that knows a field is followed; a
 * later one that says otherwise is a Problem that names both. Institutions are compared by their
 * aliases and without regard to case, accents and punctuation; a shorter date agrees with a longer one.
 */
export function mergeMetadata(
  file: string,
  claims: readonly MetadataClaim[],
  study: StudyFile,
): { readonly metadata: Metadata; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const merged: Record<string, string> = {};
  const origin: Record<string, string> = {};
  for (const { from, values } of claims) {
    for (const [field, raw] of Object.entries(values)) {
      if (raw === null || raw === undefined) continue;
      const value = field === 'institution' ? canonical(raw, study) : raw;
      const kept = merged[field];
      if (kept === undefined) {
        merged[field] = value;
        origin[field] = from;
      } else if (!agrees(field, kept, value)) {
        problems.push({
          code: 'metadata_contradiction',
          file,
          field,
          kept: { from: origin[field] ?? 'manifest', value: kept },
          other: { from, value },
        });
      }
    }
  }
  const metadata = { ...unknownMetadata, ...merged } as Metadata;
  const institution = study.institutions.find(({ name }) => name === metadata.institution);
  const precision = DatePrecision.options[2 - ((metadata.date?.length ?? 4) - 4) / 3] ?? null;
  return {
    metadata: {
      ...metadata,
      voice: metadata.voice ?? institution?.voice ?? null,
      date_precision: metadata.date === null ? null : (metadata.date_precision ?? precision),
    },
    problems,
  };
}

function agrees(field: string, kept: string, value: string): boolean {
  if (field === 'date') return kept.startsWith(value) || value.startsWith(kept);
  // A path can only carry a title or an institution in a reduced spelling.
  return bare(kept) === bare(value);
}

function canonical(institution: string, study: StudyFile): string {
  const wanted = bare(institution);
  const known = study.institutions.find(({ name, aliases }) =>
    [name, ...aliases].some((spelling) => bare(spelling) === wanted),
  );
  return known?.name ?? institution;
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function spoken(name: string): string {
  return name.replace(/[-_]+/g, ' ').trim();
}

function isLanguage(name: string): boolean {
  return ['en', 'es', 'pt'].includes(name);
}
