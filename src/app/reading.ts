import { type Document, pageText } from '../model/document.ts';
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
    pagesWithText: texts.filter((text) => text.trim() !== '').length,
    characters: texts.reduce((sum, text) => sum + codePointLength(text), 0),
    problems,
  };
}
