import { type Document, pageText } from '../model/document.ts';
import { type Language, type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import { languagesOf } from '../segment/language.ts';

/** Share of the pages with text from which on a language is one of the document's. */
const leastShare = 0.2;

/**
 * The languages that the pictures of a document are read in: the one that the manifest gives, else those of its pages
 * with text, the most frequent first, else all that there are.
 */
export function languagesToRead(document: Document, known: Language | null): readonly LexiconLanguage[] {
  const given = lexiconLanguages.filter((language) => language === known);
  if (given.length > 0) return given;
  const texts = document.pages.filter(({ source }) => source === 'text').map(pageText);
  const spoken = languagesOf(texts, null);
  const pages = (language: Language) => spoken.filter((one) => one === language).length;
  const told = lexiconLanguages
    .filter((language) => pages(language) > leastShare * texts.length)
    .toSorted((a, b) => pages(b) - pages(a));
  return told.length > 0 ? told : ['es', 'pt', 'en'];
}
