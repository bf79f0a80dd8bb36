import { Link } from 'wouter';
import type { QuoteView } from '../../../src/model/api/views.ts';
import '../style/marks.css';
import '../style/quote.css';
import type { FrameOf } from './frames.tsx';
import { Marked, nameOf } from './marked.tsx';

/** A passage with the words that fired, each the way to why it did, and where it stands. */
export function Quote({ quote, frameOf }: { readonly quote: QuoteView; readonly frameOf: FrameOf }) {
  const { passage, document, text, start, tags } = quote;
  const to = (tag: string | null) =>
    `/documents/${encodeURIComponent(document)}?${new URLSearchParams({ passage, ...(tag === null ? {} : { tag }) })}`;
  return (
    <article className="quote">
      <blockquote lang={quote.language} dir="auto">
        {quote.cutBefore ? '… ' : null}
        <Marked
          text={text}
          tags={tags.map((tag) => ({ ...tag, start: tag.start - start, end: tag.end - start }))}
          frameOf={frameOf}
          linked={(tag, mark) => (
            <Link
              className="tagged"
              href={to(nameOf({ ...tag, start: tag.start + start, end: tag.end + start }))}
            >
              {mark}
            </Link>
          )}
        />
        {quote.cutAfter ? ' …' : null}
      </blockquote>
      <p className="source">
        <bdi>{quote.institution}</bdi>, <cite>{quote.title}</cite>, {quote.date},{' '}
        <Link href={to(null)}>page&nbsp;{quote.page}</Link>
      </p>
    </article>
  );
}
