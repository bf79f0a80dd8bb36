import type { QuoteView } from '../../model/api/views.ts';
import type { Found } from '../../model/ports.ts';
import type { KeptResults } from '../../model/results.ts';
import type { Tag } from '../../model/tag.ts';
import { labelsOf } from '../../model/words.ts';
import { codesOf } from '../../report/codes.ts';
import { framesOf, lookOf } from '../../report/frames.ts';
import { quote } from '../../report/quote.ts';

/** A passage as the explorer quotes it: names as they are, as in the terminal, and the words that fired. */
export function quoteView(results: KeptResults, item: Found): QuoteView {
  const codes = codesOf(results.categories);
  const frames = framesOf(results);
  const labels = labelsOf(results.categories);
  const patterns = new Map(results.terms.map((term) => [term.id, term.pattern]));
  const toneOf = (tags: readonly Tag[]) => {
    const own = codes(tags);
    const frame = frames.find(({ code }) => own.includes(code));
    return frame === undefined ? 'object' : lookOf(frame.code).tone;
  };
  const { stretches, cutBefore, cutAfter } = quote(
    item.passage.text,
    item.tags.filter(({ blocked }) => blocked === null),
  );
  return {
    passage: item.passage.id,
    document: item.passage.document,
    language: item.passage.language,
    stretches: stretches.map(({ text, tags }) => ({
      text,
      tone: tags.length === 0 ? null : toneOf(tags),
      says:
        tags.length === 0
          ? null
          : tags
              .map((tag) => `${patterns.get(tag.term) ?? tag.term} · ${codes([tag]).map(labels).join(', ')}`)
              .join('; '),
    })),
    cutBefore,
    cutAfter,
    institution: item.institution ?? 'institution not known',
    title: item.title ?? item.file,
    date: item.date ?? 'undated',
    page: item.page,
  };
}
