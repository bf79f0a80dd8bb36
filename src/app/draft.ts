import { diffHits } from '../lexicon/diff.ts';
import type { Draft, DraftLine, PreviewView } from '../model/api/lexicon.ts';
import { citedPage } from '../model/document.ts';
import { InputError } from '../model/input.ts';
import type { CategoryEntry, Lexicon, LexiconSource, Theme } from '../model/lexicon.ts';
import type { Found, StudyReader } from '../model/ports.ts';
import type { OcrSettings } from '../model/study.ts';
import { documentOf } from '../model/units.ts';
import { compile, type Matcher } from '../tag/compile.ts';
import { resolveLexicon } from '../tag/resolve.ts';
import { tag } from '../tag/tag.ts';
import { touchOf } from '../tag/touch.ts';
import { unsure } from '../tag/unsure.ts';
import { placeOf } from './explore/lexicon.ts';
import { prepareLexicon } from './lexicon.ts';

/** Most places shown of those gained, and of those lost. */
const mostLines = 20;

/** A lexicon made ready for previews; making it so takes longer than most of them. */
export function readied(lexicon: Lexicon, object: string): { lexicon: Lexicon; matcher: Matcher } {
  return { lexicon, matcher: compile(lexicon, { object }) };
}

/** Where a draft stands in its theme: the file, and the place of its entry; past the last one where it is new. */
export type DraftPlace = { readonly file: string; readonly theme: Theme; readonly at: number };

/** Finds where a draft belongs; throws an InputError where there is no such place. */
export function draftPlace(source: LexiconSource, lexicon: Lexicon, draft: Draft): DraftPlace {
  const found = source.themes.find(({ theme }) => theme.theme === draft.theme);
  const isThere = found !== undefined && Object.hasOwn(found.theme.categories, draft.category);
  const category = isThere ? found.theme.categories[draft.category] : undefined;
  if (found === undefined || category === undefined) {
    throw new InputError([
      `expected a category of the lexicon, got \`${draft.theme}/${draft.category}\`: choose another`,
    ]);
  }
  if (draft.term === null) return { ...found, at: category.terms[draft.language]?.length ?? 0 };
  const term = lexicon.terms.find(({ id }) => id === draft.term);
  const place = term === undefined ? null : placeOf(source, term);
  if (
    term === undefined ||
    place === null ||
    place.theme !== found.theme ||
    term.category !== draft.category
  ) {
    throw new InputError([`expected a term of ${draft.theme}/${draft.category}, got \`${draft.term}\``]);
  }
  return place;
}

/** A lexicon with a draft in it, not checked yet. */
export function drafted(source: LexiconSource, { file, theme, at }: DraftPlace, draft: Draft): LexiconSource {
  const own = theme.categories[draft.category] as CategoryEntry;
  const entries = (own.terms[draft.language] ?? []).toSpliced(
    at,
    draft.term === null ? 0 : 1,
    ...(draft.entry === null ? [] : [draft.entry]),
  );
  const { [draft.language]: _, ...others } = own.terms;
  const terms = entries.length === 0 ? others : { ...own.terms, [draft.language]: entries };
  const categories = { ...theme.categories, [draft.category]: { ...own, terms } };
  const changed = { file, theme: { ...theme, categories } };
  return { ...source, themes: source.themes.map((one) => (one.file === file ? changed : one)) };
}

/**
 * Checks a lexicon with a draft in it: what is wrong with it, in words, and the lexicon itself as far as it can be tagged by,
 * which it can where nothing is wrong but what it does to example sentences.
 */
export function checkDraft(
  source: LexiconSource,
  study: Parameters<typeof prepareLexicon>[1],
  claims: Parameters<typeof prepareLexicon>[2],
): { readonly faults: readonly string[]; readonly lexicon: Lexicon | null } {
  try {
    return { faults: [], lexicon: prepareLexicon(source, study, claims) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { lexicon, errors } = resolveLexicon(source);
    const isUsable = errors.length > 0 && errors.every(({ code }) => code.startsWith('example_'));
    return { faults: error.lines, lexicon: isUsable ? lexicon : null };
  }
}

/** What a preview has to know of a study beside its lexicons. */
export type Previewing = {
  readonly object: string;
  /** As the settings of OCR say it: passages that are read less surely count for nothing where they are left out. */
  readonly ocr: Pick<OcrSettings, 'confidence' | 'low'>;
  /** Whether tags in the index were made by the stages as they are now; those of another lexicon are never taken. */
  readonly isTaggedNow: boolean;
};

/**
 * What the hits of an index would be by another lexicon than the one that stands ready: by category those gained and lost, with
 * the first of them. Only passages in which a changed term stands are looked at closely, document by document until `isLate`;
 * what is there before is what the index holds, where it holds it by the lexicon that stands ready.
 */
export function previewDraft(
  { lexicon: before, matcher }: { readonly lexicon: Lexicon; readonly matcher: Matcher },
  after: Lexicon,
  { object, ocr, isTaggedNow }: Previewing,
  database: Pick<StudyReader, 'corpus' | 'texts' | 'passagesAt' | 'standing' | 'glance'>,
  isLate: () => boolean,
): PreviewView {
  const touch = touchOf(before, after) ?? (() => true);
  const files = database.corpus().filter(({ status, document }) => status !== 'failed' && document !== null);
  const passages = files.reduce((sum, row) => sum + row.passages, 0);
  let looked = 0;

  function* touched(): Generator<Found> {
    for (const row of files) {
      const { document } = row;
      if (document === null) continue;
      const ordinals: number[] = [];
      for (const { ordinal, text, language } of database.texts(document)) {
        if (isLate()) return;
        looked++;
        if (touch(text, language)) ordinals.push(ordinal);
      }
      if (ordinals.length === 0) continue;
      const lexicon = database.standing(document)?.lexicon ?? before.hash;
      for (const held of database.passagesAt(document, ordinals)) {
        if (isLate()) return;
        yield { ...row, ...held, page: '', persons: [], lexicon };
      }
    }
  }

  const anew = (by: Matcher) => (found: Found) => {
    const { passage } = found;
    return tag([passage], by, ocr.low === 'exclude' ? unsure([passage], ocr.confidence) : new Set());
  };
  const standing = anew(matcher);
  const changes = diffHits(
    touched(),
    (found) => (isTaggedNow && found.lexicon === before.hash ? found.tags : standing(found)),
    anew(compile(after, { object })),
    { limit: 20 * mostLines, show: citing(database) },
  );
  const lines = (change: 'gained' | 'lost'): DraftLine[] =>
    changes
      .flatMap((one) =>
        one.lines
          .filter((line) => line.change === change)
          .map(({ change: _, ...line }) => ({
            category: one.category,
            document: documentOf(line.passage),
            ...line,
          })),
      )
      .slice(0, mostLines);
  return {
    faults: [],
    passages,
    looked,
    changes: changes.map(({ lines: _, ...one }) => one),
    gained: lines('gained'),
    lost: lines('lost'),
  };
}

/** Gives a passage the number of its page; only of few it is asked for, and labels of a document are asked for once. */
function citing(database: Pick<StudyReader, 'glance'>): (found: Found) => Found {
  const known = new Map<string, readonly (string | null)[]>();
  return (found) => {
    const { document, runs } = found.passage;
    const labels = known.get(document) ?? database.glance(document)?.labels ?? [];
    known.set(document, labels);
    const index = runs[0]?.page ?? 0;
    return { ...found, page: citedPage({ index, label: labels[index] ?? null }) };
  };
}
