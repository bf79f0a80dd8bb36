import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';

/** Holds the place of what is not there yet; said only after a moment, so that fast answers do not flicker. */
export function Loading() {
  return (
    <p className="loading" role="status">
      Loading
    </p>
  );
}

type EmptyProps = {
  readonly title: string;
  /** Whether it is all of the screen, and its title the screen's. */
  readonly isWhole?: boolean;
  readonly children?: ReactNode;
};

/** Nothing to show, and why, and what to do about it. */
export function Empty({ title, isWhole = false, children }: EmptyProps) {
  return (
    <div className="state">
      {isWhole ? <h1>{title}</h1> : <h2>{title}</h2>}
      <div>{children}</div>
    </div>
  );
}

type FailedProps = {
  readonly error: Error;
  /** Whether it is all of the screen, and its title the screen's. */
  readonly isWhole?: boolean;
};

/** What went wrong, in the words of whoever knows. */
export function Failed({ error, isWhole = false }: FailedProps) {
  const title = 'This could not be shown';
  const lines = error instanceof ApiError ? error.refusal.lines : ['this page has a fault: load it again'];
  return (
    <div className="state" role="alert">
      {isWhole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
