import type { Standing } from './outbox.ts';

const words: Readonly<Record<Standing['state'], string>> = {
  still: '',
  saved: 'Saved',
  waiting: 'Not saved yet',
  saving: 'Saving',
  away: 'Not saved: what you said is kept in this browser and sent again by itself.',
  refused: 'Not saved:',
};

/** Whether all is with the server, quietly; only what needs somebody's help is told aloud. */
export function Saved({ standing: { state, lines } }: { readonly standing: Standing }) {
  const isTrouble = state === 'away' || state === 'refused';
  return (
    <p className="saved" data-state={state} role={isTrouble ? 'alert' : undefined}>
      {words[state]} {isTrouble ? lines.join(' ') : null}
    </p>
  );
}
