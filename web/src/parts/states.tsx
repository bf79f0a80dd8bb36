import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Refusal } from '../../../src/model/api/endpoint.ts';
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

/** What went wrong and what to do about it; below, in the words of whoever knows. */
export function Failed({ error, isWhole = false }: FailedProps) {
  const { title, remedy } = error instanceof ApiError ? told[error.refusal.error] : faulty;
  const lines = error instanceof ApiError ? error.refusal.lines : [String(error)];
  return (
    <div className="state" role="alert">
      {isWhole ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{remedy}</p>
      {lines.map((line) => (
        <p key={line} className="detail">
          {line.replace(/^[A-Z]+ \/api\/\S+ +/, '')}
        </p>
      ))}
    </div>
  );
}

type Told = { readonly title: string; readonly remedy: ReactNode };

const faulty: Told = {
  title: 'This page has a fault',
  remedy: 'Load it again. If that does not help, it is a fault of the program.',
};

const told: Readonly<Record<Refusal['error'], Told>> = {
  bad_request: {
    title: 'The address asks for something that cannot be shown',
    remedy: 'It may have been cut or changed by hand. Go back, or choose anew from the navigation above.',
  },
  not_found: {
    title: 'This is not in the study',
    remedy:
      'The address may be of another study or of an earlier run, and what it leads to may have been changed or taken out since. Choose anew from the navigation above.',
  },
  not_run: {
    title: 'This study has not been run yet',
    remedy: (
      <>
        What is shown here comes of a run: start one under <Link href="/runs">Runs</Link>, or in the terminal.
      </>
    ),
  },
  forbidden: {
    title: 'This explorer does not show that',
    remedy: 'Ask whoever serves the study, who has an explorer that shows everything.',
  },
  unauthorised: {
    title: 'This explorer does not know you',
    remedy: 'Open the whole address that was printed when it was started: its last part lets you in.',
  },
  too_large: {
    title: 'This was too much at once',
    remedy: 'Say or ask for less, and try again.',
  },
  conflict: {
    title: 'This does not fit what is there',
    remedy: 'It was changed meanwhile, or stands against what the study holds. Load the page again.',
  },
  busy: {
    title: 'The study is at work on something else',
    remedy: 'Nothing is lost. Wait a moment and load the page again, or ask for less.',
  },
  failed: {
    title: 'The explorer could not answer',
    remedy: 'Look whether it still runs in the terminal where it was started, and load the page again.',
  },
};
