import { Link } from 'wouter';
import '../style/turning.css';

/** The way from some of a list to those before and behind; nothing where all are in view. */
export function Turning({
  label,
  from,
  shown,
  total,
  page,
  addressOf,
}: {
  readonly label: string;
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  /** How many stand on a page. */
  readonly page: number;
  readonly addressOf: (from: number) => string;
}) {
  if (total <= page) return null;
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
