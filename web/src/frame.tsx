import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useAnswer } from './asking.ts';
import { Empty, Failed, Loading } from './parts/states.tsx';
import { screens } from './screens.ts';
import { coder } from './seat.ts';
import { titleOf, useTitle } from './title.ts';

/** What stands around every screen: the study's name, the way to the others, and what a made-up corpus says of itself. */
export function Frame() {
  const study = useAnswer('GET /api/name');
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const opened = useRef(path);
  // Before the effects of screens, of which some have a better title.
  useLayoutEffect(() => {
    const name = screens.findLast((screen) => screen.name !== null && isAt(path, screen.path))?.name;
    document.title = titleOf(name, study.data?.title);
  }, [path, study.data?.title]);
  useEffect(() => {
    if (opened.current === path) return;
    opened.current = path;
    // A place of a screen is gone to by the screen, when it has it.
    if (window.location.hash !== '') return;
    // Whoever reads by ear or keyboard is told that another screen is there, as a new page would.
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  // Nothing is shown that the study's name or what stands under it would move a moment later.
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className={study.isPending ? 'masthead waiting' : 'masthead'}>
        <p className="study">{study.data?.title ?? 'Titrate'}</p>
        <nav aria-label="Screens">
          {screens
            .filter(({ name }) => name !== null)
            .map(({ path: to, name }) => (
              <Link key={to} to={to} aria-current={isAt(path, to) ? 'page' : undefined}>
                {name}
              </Link>
            ))}
        </nav>
        {study.data?.synthetic ? (
          <p className="banner made-up" role="note">
            <strong>Made-up documents.</strong>{' '}
            {/* Said at length where one begins; on every other screen that it is so is enough. */}
            {path === '/' || coder !== null ? study.data.synthetic : <Link to="/">What that means</Link>}
          </p>
        ) : null}
      </header>
      <main id="main" ref={main} tabIndex={-1} className={study.isPending ? 'waiting' : undefined}>
        {study.isError ? (
          <Failed isWhole error={study.error} />
        ) : (
          <Suspense fallback={<Loading />}>
            <Switch>
              {screens.map(({ path: at, page: Page }) => (
                <Route key={at} path={at}>
                  <Page />
                </Route>
              ))}
              {coder === null ? null : (
                <Route path="/">
                  <Redirect to="/coding" replace />
                </Route>
              )}
              <Route>
                <Nowhere />
              </Route>
            </Switch>
          </Suspense>
        )}
      </main>
    </>
  );
}

function Nowhere() {
  const title = 'There is no such page';
  useTitle(title);
  return (
    <Empty isWhole title={title}>
      <Link to="/">{coder === null ? 'Go to the overview' : 'Go to what there is to code'}</Link>
    </Empty>
  );
}

function isAt(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
}
