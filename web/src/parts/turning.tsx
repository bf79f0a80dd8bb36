import { Link } from 'wouter';
import { saying, useAddress } from '../address.ts';
import '../style/turning.css';

/** The first of a list that an address asks for, from 0. */
export function fromOf(search: URLSearchParams): number {
  return Math.max(0, Math.floor(Number(search.get('from') ?? 0)) || 0);
}

/** The way from some of a list to those before and behind; nothing where all are in view. */
export function Turning({
  label,
  from,
  shown,
  total,
  page,
}: {
  readonly label: string;
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  /** How many stand on a page. */
  readonly page: number;
}) {
  const { search } = useAddress();
  if (total <= page) return null;
  const addressOf = (to: number) => `?${saying(search, { from: to === 0 ? null : String(to) })}`;
  return (
    <nav aria-label={label} className="turning">
      {from > 0 ? (
        <Link to={addressOf(Math.max(0, from - page))}>← Earlier</Link>
      ) : (
        <span className="muted">← Earlier</span>
      )}
      <span>
        {from + 1} to {Math.min(total, from + shown)} of {total}
      </span>
      {from + page < total ? (
        <Link to={addressOf(from + page)}>Later →</Link>
      ) : (
        <span className="muted">Later →</span>
      )}
    </nav>
  );
}
