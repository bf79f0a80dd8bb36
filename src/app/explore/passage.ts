import type { PassageView, TagView } from '../../model/api/documents.ts';
import { citedPage } from '../../model/document.ts';
import type { ReadPassage } from '../../model/glance.ts';
import type { Tag } from '../../model/tag.ts';

/** A passage as it is read, with its tags; `labels` are the printed numbers of the document's pages. */
export function passageView({ passage, tags }: ReadPassage, labels: readonly (string | null)[]): PassageView {
  const { id, ordinal, form, level, zone, language, speaker, section, text, confidence } = passage;
  const page = passage.runs[0]?.page ?? 0;
  return {
    passage: id,
    ordinal,
    form,
    level,
    zone,
    language,
    speaker: speaker?.name ?? null,
    section: [...section],
    page,
    cited: citedPage({ index: page, label: labels[page] ?? null }),
    text,
    confidence,
    tags: tags.map(tagView),
  };
}

/** A tag as the reader marks it. */
export function tagView({ start, end, term, category, layer, blocked }: Tag): TagView {
  return { start, end, term, category, layer, blocked };
}
