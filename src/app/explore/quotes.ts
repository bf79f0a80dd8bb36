import type { QuoteView } from '../../model/api/views.ts';
import type { Found } from '../../model/ports.ts';
import { quote } from '../../report/quote.ts';
import { codePointLength } from '../../text/codepoints.ts';
import { tagView } from './passage.ts';

/** A passage as the explorer quotes it, cut as in the report: names as they are, as in the terminal, and the tags that count. */
export function quoteView({ passage, tags, ...where }: Found): QuoteView {
  const { stretches, cutBefore, cutAfter, start } = quote(passage.text, tags);
  const text = stretches.map((one) => one.text).join('');
  const end = start + codePointLength(text);
  const inside = tags.filter((tag) => tag.blocked === null && tag.start >= start && tag.end <= end);
  return {
    passage: passage.id,
    document: passage.document,
    language: passage.language,
    text,
    start,
    tags: inside.map(tagView),
    cutBefore,
    cutAfter,
    institution: where.institution ?? 'institution not known',
    title: where.title ?? where.file,
    date: where.date ?? 'undated',
    page: where.page,
  };
}
