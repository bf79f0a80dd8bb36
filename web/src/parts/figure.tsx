import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { FigureView } from '../../../src/model/api/views.ts';
import { Scroll } from './scroll.tsx';

/**
 * A drawing of the server, which made it from escaped text as it makes those of the report; its links stay in the page. Many
 * links are one stop of the tab key, and arrows lead from one to the next.
 */
export function Drawing({ svg }: { readonly svg: string }) {
  const [, go] = useLocation();
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing has other links
  useEffect(() => {
    const links = place.current?.querySelectorAll('svg a') ?? [];
    for (const [at, link] of links.entries()) link.setAttribute('tabindex', at === 0 ? '0' : '-1');
  }, [svg]);
  const step = (event: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const links = [...(place.current?.querySelectorAll<SVGAElement>('svg a') ?? [])];
    const at = links.indexOf(event.target as SVGAElement);
    const next = way === undefined || at < 0 ? undefined : links[at + way];
    if (next === undefined) return;
    event.preventDefault();
    links[at]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  };
  const follow = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    const to = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    if (!isPlain || !to?.startsWith('/')) return;
    event.preventDefault();
    go(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links in the drawing are what is clicked, and what keys reach
    <div
      ref={place}
      className="drawing"
      onClick={follow}
      onKeyDown={step}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is our own; text in it was escaped where it was made
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** A drawing with its caption. */
export function Figure({ figure }: { readonly figure: FigureView }) {
  return (
    <figure className={figure.narrow === null ? 'one-width' : 'two-widths'}>
      {figure.narrow === null ? (
        <Scroll label={figure.title}>
          <Drawing svg={figure.svg} />
        </Scroll>
      ) : (
        <>
          <div className="wide">
            <Drawing svg={figure.svg} />
          </div>
          <div className="narrow">
            <Drawing svg={figure.narrow} />
          </div>
        </>
      )}
      <figcaption>
        {figure.caption}
        {figure.numbers === null ? null : (
          <>
            {' '}
            <a href={`#${figure.numbers}`}>Its numbers as a table</a>
          </>
        )}
      </figcaption>
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
