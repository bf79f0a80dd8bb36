import { Link } from 'wouter';
import type { QuoteView } from '../../../src/model/api/views.ts';
import '../style/marks.css';
import '../style/quote.css';

/** A passage with the words that fired, and where it stands. */
export function Quote({ quote }: { readonly quote: QuoteView }) {
  const to = `/documents/${encodeURIComponent(quote.document)}?passage=${encodeURIComponent(quote.passage)}`;
  return (
    <article className="quote">
      <blockquote lang={quote.language} dir="auto">
        {quote.cutBefore ? '… ' : null}
        {quote.stretches.map(({ text, tone, says }, place) =>
          tone === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches never change places
            <span key={place}>{text}</span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches never change places
            <mark key={place} className={tone} title={says ?? undefined}>
              {text}
            </mark>
          ),
        )}
        {quote.cutAfter ? ' …' : null}
      </blockquote>
      <p className="source">
        <bdi>{quote.institution}</bdi>, <cite>{quote.title}</cite>, {quote.date},{' '}
        <Link href={to}>page {quote.page}</Link>
      </p>
    </article>
  );
}
