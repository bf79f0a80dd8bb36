import type { MeasuredCategory } from '../model/lexicon.ts';
import { type Language, languages, type Passage, silentZones } from '../model/passage.ts';
import { blankPortrait, type Portrait, type Totals } from '../model/profile.ts';
import type { Tag } from '../model/tag.ts';
import type { DocumentId, PassageId } from '../model/units.ts';

/**
 * Counts one document's passages about the object and the categories in them, one row a language that
 * occurs, in the order of `languages`. `object` is the code of the category whose terms mark the object;
 * blocked tags count for nothing, nor do passages that only list who was there or who signs. `drawn` gives the portrait
 * of the passages of a language. Throws where the lexicon lacks that code.
 */
export function count(
  document: DocumentId,
  passages: readonly Passage[],
  tags: readonly Tag[],
  measured: readonly MeasuredCategory[],
  object: string,
  drawn: (passages: readonly Passage[]) => Portrait = () => blankPortrait,
): readonly Totals[] {
  if (!measured.some(({ code }) => code === object)) {
    const codes = measured.map(({ code }) => `\`${code}\``).join(', ') || 'none';
    throw new Error(
      `categories.yaml: expected the object \`${object}\` among the categories, found ${codes}: add it, or correct \`object\` in study.yaml`,
    );
  }
  const counted = Map.groupBy(
    tags.filter(({ blocked }) => blocked === null),
    ({ passage }) => passage,
  );
  const spoken = passages.filter(({ zone }) => !silentZones.has(zone));
  const byLanguage = Map.groupBy(spoken, ({ language }) => language);
  return languages.flatMap((language) => {
    const found = byLanguage.get(language);
    return found === undefined
      ? []
      : [
          {
            ...totals(document, language, found, counted, measured, object),
            portrait: drawn(passages.filter((passage) => passage.language === language)),
          },
        ];
  });
}

function totals(
  document: DocumentId,
  language: Language,
  passages: readonly Passage[],
  tags: ReadonlyMap<PassageId, readonly Tag[]>,
  measured: readonly MeasuredCategory[],
  object: string,
): Omit<Totals, 'portrait'> {
  const codesOf = codesByCategory(measured);
  const presence = new Map(measured.map(({ code }) => [code, 0]));
  const hits = new Map(presence);
  let objectPassages = 0;
  let words = 0;
  let objectWords = 0;
  for (const passage of passages) {
    words += passage.words;
    const codes = (tags.get(passage.id) ?? []).flatMap(({ category }) => codesOf.get(category) ?? []);
    if (!codes.includes(object)) continue;
    objectPassages += 1;
    objectWords += passage.words;
    for (const code of codes) raise(hits, code);
    for (const code of new Set(codes)) raise(presence, code);
  }
  return {
    document,
    language,
    passages: passages.length,
    objectPassages,
    words,
    objectWords,
    presence: Object.fromEntries(presence),
    hits: Object.fromEntries(hits),
  };
}

/** The codes that a category of a theme counts for; a tag counts once for a code that names it twice. */
function codesByCategory(measured: readonly MeasuredCategory[]): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const { code, categories } of measured) {
    for (const category of new Set(categories)) codes.set(category, [...(codes.get(category) ?? []), code]);
  }
  return codes;
}

function raise(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}
