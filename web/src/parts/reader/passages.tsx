import { useInfiniteQuery } from '@tanstack/react-query';
import {
  Fragment,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '../../../../src/model/api/api.ts';
import type { PassageView, TagView } from '../../../../src/model/api/documents.ts';
import { zoneLabel } from '../../../../src/model/words.ts';
import { ask } from '../../api.ts';
import type { FrameOf } from '../frames.tsx';
import { langOf, Marked, nameOf } from '../marked.tsx';
import { Failed, Loading } from '../states.tsx';
import { Panel } from './panel.tsx';
import type { ReaderPlace } from './place.ts';

/** Passages that are asked for at a time, and how many such parts stay in the page. */
const part = 100;
const most = 5;

const none: readonly AnswerOf<'GET /api/documents/:document/passages'>[] = [];

type PassagesProps = {
  readonly document: string;
  readonly total: number;
  /** The passage that the text opens at; another one opens the text anew where it is not there yet. */
  readonly at: number;
  readonly place: ReaderPlace;
  readonly frameOf: FrameOf;
  readonly isShown: (tag: TagView) => boolean;
  readonly addressOf: (changes: Readonly<Record<string, string | null>>) => string;
  /** Is told which passage is the first in view. */
  readonly onSeen: (passage: PassageView) => void;
};

/** Drawn again only where it changes, and not with every line that one scrolls. */
export const Passages = memo(Text);

/** The text of a document around a place; more of it comes as one reads on, and what lies far off is let go. */
function Text(props: PassagesProps) {
  const { document, total, at } = props;
  const first = Math.floor(at / part) * part;
  const { data, error, fetchNextPage, fetchPreviousPage, hasNextPage, hasPreviousPage, isFetching } =
    useInfiniteQuery({
      queryKey: ['passages', document, first],
      queryFn: ({ pageParam, signal }) =>
        ask('GET /api/documents/:document/passages', {
          input: { document, from: pageParam, count: part },
          signal,
        }),
      initialPageParam: first,
      getNextPageParam: ({ from }) => (from + part < total ? from + part : undefined),
      getPreviousPageParam: ({ from }) => (from > 0 ? Math.max(0, from - part) : undefined),
      maxPages: most,
    });
  // What stands around the text is seen first, also where the text is known already.
  const pages = useDeferredValue(data?.pages ?? none, none);
  const passages = useMemo(() => pages.flatMap((page) => page.passages), [pages]);
  const isEmpty = passages.length === 0;
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const isThere = passages.some(({ ordinal }) => ordinal === at);

  useLayoutEffect(() => {
    if (!isThere) return;
    const article = list.current?.querySelector(`[data-ordinal="${at}"]`);
    const top = article?.getBoundingClientRect().top ?? 0;
    // What is in view already stays where it is: who clicks at a word does not want to lose its place.
    if (at > 0 && top > 90 && top < window.innerHeight * 0.7) return;
    article?.scrollIntoView({ block: at === 0 ? 'nearest' : 'start' });
  }, [at, isThere]);

  useEffect(() => {
    const mark = end.current;
    if (mark === null || !hasNextPage || isFetching || isEmpty) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '1200px' },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [hasNextPage, isFetching, isEmpty, fetchNextPage]);

  useSeen(list, passages, props.onSeen);

  if (error !== null) return <Failed error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="text" ref={list}>
      {hasPreviousPage ? (
        <button type="button" disabled={isFetching} onClick={() => fetchPreviousPage()}>
          Show what stands before
        </button>
      ) : null}
      {passages.map((passage, index) => (
        <Fragment key={passage.passage}>
          {passages[index - 1]?.zone === passage.zone ? null : (
            <p className="zone-name">{zoneLabel(passage.zone)}</p>
          )}
          <Passage {...props} passage={passage} before={passages[index - 1] ?? null} />
        </Fragment>
      ))}
      <div ref={end} aria-hidden="true" />
    </div>
  );
}

/** Tells which passage is the first in view, once a frame at most. */
function useSeen(
  list: { readonly current: HTMLDivElement | null },
  passages: readonly PassageView[],
  onSeen: PassagesProps['onSeen'],
): void {
  const latest = useRef({ passages, onSeen });
  latest.current = { passages, onSeen };
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const articles = list.current?.querySelectorAll<HTMLElement>('[data-ordinal]') ?? [];
      // A little below the top, so that a passage that one has come to counts as the one in view.
      const line = Math.min(180, window.innerHeight / 3);
      for (const article of articles) {
        if (article.getBoundingClientRect().bottom < line) continue;
        const ordinal = Number(article.dataset['ordinal']);
        const found = latest.current.passages.find((one) => one.ordinal === ordinal);
        if (found !== undefined) latest.current.onSeen(found);
        return;
      }
    };
    const onScroll = () => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(asked);
    };
  }, [list]);
}

type PassageProps = PassagesProps & { readonly passage: PassageView; readonly before: PassageView | null };

function Passage({ passage, before, place, frameOf, isShown, addressOf }: PassageProps) {
  const { passage: id, ordinal, form, zone, speaker, cited, confidence, text, tags, language } = passage;
  const isChosen = place.passage === id;
  const chosen = isChosen ? tags.find((tag) => nameOf(tag) === place.tag) : undefined;
  const linked = (tag: TagView, content: ReactNode) => (
    <Link
      to={addressOf({ passage: id, tag: nameOf(tag), page: null })}
      className="tagged"
      aria-current={chosen !== undefined && nameOf(chosen) === nameOf(tag) ? 'true' : undefined}
    >
      {content}
    </Link>
  );
  const words = (
    <Marked
      text={text}
      tags={tags.filter((tag) => isShown(tag))}
      frameOf={frameOf}
      isAbove={(tag) => isChosen && nameOf(tag) === place.tag}
      linked={linked}
    />
  );
  const lang = langOf(language);
  const isSpoken = speaker !== null && (before?.speaker !== speaker || before.zone !== zone);
  return (
    <article
      className={`passage ${form}${isChosen ? ' chosen' : ''}`}
      data-ordinal={ordinal}
      aria-label={`Passage ${ordinal + 1}`}
    >
      <Link
        className="place"
        to={addressOf({ passage: id, tag: null, page: null })}
        aria-label={`Passage ${ordinal + 1}, page ${cited}`}
      >
        {cited}
      </Link>
      <div>
        {isSpoken ? (
          <p className="speaker">
            <bdi>{speaker}</bdi>
          </p>
        ) : null}
        {form === 'heading' ? (
          <h2 className={`level-${Math.min(3, passage.level ?? 1)}`} lang={lang} dir="auto">
            {words}
          </h2>
        ) : (
          <p className="words" lang={lang} dir="auto">
            {words}
          </p>
        )}
        {confidence !== null && confidence < 60 ? (
          <p className="note">OCR read this with a confidence of {Math.round(confidence)} of 100.</p>
        ) : null}
        {isChosen && passage.section.length > 0 ? (
          <p className="note">
            in <bdi>{passage.section.join(' › ')}</bdi>
          </p>
        ) : null}
        {chosen === undefined ? null : (
          <Panel passage={passage} tag={chosen} frameOf={frameOf} closing={addressOf({ tag: null })} />
        )}
      </div>
    </article>
  );
}
