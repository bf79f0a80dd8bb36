import { Link } from 'wouter';
import type { AppendixView } from '../../../src/model/api/institutions.ts';

/** Longest name shown in whole. */
const longest = 110;

/** Things that documents name, each with the passage that names it first. */
export function Named({
  cell,
  of,
}: {
  readonly cell: AppendixView['rows'][number]['cells'][number];
  /** Of what and by whom, for who hears the links alone. */
  readonly of: string;
}) {
  if (cell.items.length === 0) return <span className="muted">none named</span>;
  return (
    <>
      <ul className="plain">
        {cell.items.map((item) => (
          <li key={`${item.name} ${item.note} ${item.href}`}>
            <bdi>{item.name.length > longest ? `${item.name.slice(0, longest)}…` : item.name}</bdi>{' '}
            {item.note === null ? null : <span className="muted">({item.note}) </span>}
            <span className="muted">
              {item.times <= 1 ? null : (
                <>
                  {item.every === null ? (
                    `${item.times} times`
                  ) : (
                    <Link href={item.every} aria-label={`${item.name}: ${item.times} times`}>
                      {item.times} times
                    </Link>
                  )}
                  , first{' '}
                </>
              )}
              {item.href === null ? (
                `${item.file}, p. ${item.page}`
              ) : (
                <Link href={item.href} title={item.file}>
                  p.&nbsp;{item.page}
                  <span className="unseen"> of {item.file}</span>
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      {cell.left > 0 ? (
        <p className="muted">
          and{' '}
          <Link href={cell.all}>
            {cell.left} more<span className="unseen"> {of}</span>
          </Link>
        </p>
      ) : null}
    </>
  );
}
