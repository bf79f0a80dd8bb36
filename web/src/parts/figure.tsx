import type { MouseEvent, ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { FigureView } from '../../../src/model/api/views.ts';

/** A drawing of the server, which made it from escaped text as it makes those of the report; its links stay in the page. */
export function Drawing({ svg }: { readonly svg: string }) {
  const [, go] = useLocation();
  const follow = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    const to = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    if (!isPlain || !to?.startsWith('/')) return;
    event.preventDefault();
    go(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links in the drawing are what is clicked, and what keys reach
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is our own; text in it was escaped where it was made
    <div className="drawing" onClick={follow} dangerouslySetInnerHTML={{ __html: svg }} />
  );
}

/** A drawing with its caption. */
export function Figure({ figure }: { readonly figure: FigureView }) {
  return (
    <figure className={figure.narrow === null ? undefined : 'two-widths'}>
      <div className="wide">
        <Drawing svg={figure.svg} />
      </div>
      {figure.narrow === null ? null : (
        <div className="narrow">
          <Drawing svg={figure.narrow} />
        </div>
      )}
      <figcaption>{figure.caption}</figcaption>
    </figure>
  );
}

/** One of several drawings side by side, with what it is of over it. */
export function Panel({
  figure,
  title = figure.title,
  children,
}: {
  readonly figure: FigureView;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <figure className="panel">
      <figcaption>
        <bdi>{title}</bdi> <small>{figure.note}</small>
      </figcaption>
      <Drawing svg={figure.svg} />
      {children}
    </figure>
  );
}
