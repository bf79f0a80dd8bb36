import { hash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import type { Form, Language, Passage, Segmentation } from '../model/passage.ts';
import { type DocumentId, passageId } from '../model/units.ts';
import { readAct } from './act/act.ts';
import { blocksOf } from './blocks.ts';
import { withConfidence } from './confidence.ts';
import { takeFurniture } from './furniture.ts';
import { documentHyphens, partedAtBreaks } from './hyphens.ts';
import { joinBreaks } from './join.ts';
import { languagesOf } from './language.ts';
import { placeLines } from './layout.ts';
import { inReadingOrder } from './order.ts';
import { outline } from './outline.ts';
import { type Reading, read } from './read.ts';
import { split } from './split.ts';
import { countWords } from './words.ts';

/**
 * Cuts a document into passages: takes page furniture out, builds paragraphs from what the format marks
 * or from place, size and blank lines, joins what a page or column break parts, and splits what is far
 * longer than a paragraph. Zones, speakers and the act come last. No visible character is lost: each stands in one passage or one removal.
 * `prior.language` is the language that the manifest gives.
 */
export function segment(document: Document, prior: { readonly language: Language | null }): Segmentation {
  const { pages: cleared, removals } = takeFurniture(placeLines(document));
  const pages = cleared.map((page) => ({ ...page, lines: inReadingOrder(page.lines) }));
  const blocks = outline(joinBreaks(blocksOf(pages)));
  const hyphens = documentHyphens(pages.flatMap((page) => page.lines.flatMap(partedAtBreaks)));
  const pieces = blocks.flatMap(({ form, footnote, level, section, lines }) =>
    split(read(lines.flatMap(partedAtBreaks), hyphens))
      .filter(({ text }) => text !== '')
      .map((reading) => ({ form, footnote, level, section, ...reading })),
  );
  const languages = languagesOf(
    pieces.map(({ text }) => text),
    prior.language,
  );
  const passages = withConfidence(document, passagesOf(document.id, pieces, languages));
  return { ...readAct(passages), removals };
}

type Piece = Reading & {
  readonly form: Form;
  readonly footnote: boolean;
  readonly level: number | null;
  readonly section: readonly string[];
};

function passagesOf(
  document: DocumentId,
  pieces: readonly Piece[],
  languages: readonly Language[],
): readonly Passage[] {
  const occurrences = new Map<string, number>();
  return pieces.map(({ form, footnote, level, section, text, runs }, ordinal) => {
    const occurrence = (occurrences.get(text) ?? 0) + 1;
    occurrences.set(text, occurrence);
    const digest = hash('sha256', `${text}\u0000${occurrence}`).slice(0, 12);
    return {
      id: passageId(`${document}-${digest}`),
      document,
      ordinal,
      form,
      level,
      section,
      zone: footnote ? 'footnote' : 'body',
      speaker: null,
      quotations: [],
      confidence: null,
      language: languages[ordinal] ?? 'und',
      text,
      words: countWords(text),
      runs,
    };
  });
}
