import { type Document, type PageSource, pageText } from '../model/document.ts';
import type { Reading } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { codePointLength } from '../text/codepoints.ts';

/** What reading a document came to; kept with its passages, so that nobody has to open its text for it. */
export function readingOf(document: Document | null, problems: readonly Problem[]): Reading {
  const texts = document?.pages.map(pageText) ?? [];
  return {
    format: document?.format ?? null,
    reader: document?.reader ?? null,
    pages: texts.length,
    sources: sourcesOf(document),
    characters: texts.reduce((sum, text) => sum + codePointLength(text), 0),
    problems,
  };
}

/** Number of pages by where their text comes from. */
function sourcesOf(document: Document | null): Readonly<Record<PageSource, number>> {
  const counts = { text: 0, ocr: 0, blank: 0, unread: 0 };
  for (const { source } of document?.pages ?? []) counts[source]++;
  return counts;
}
