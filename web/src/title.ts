import { useEffect } from 'react';
import { useAnswer } from './asking.ts';

/** The title of a page, as tabs, history and those who listen have it: what it shows before whose it is. */
export function titleOf(...parts: readonly (string | null | undefined)[]): string {
  return [...parts, 'Titrate'].filter(Boolean).join(' · ');
}

/** Names the page after what it shows, where its place in the navigation does not. */
export function useTitle(shows: string): void {
  const study = useAnswer('GET /api/name').data?.title;
  useEffect(() => {
    document.title = titleOf(shows, study);
  }, [shows, study]);
}
