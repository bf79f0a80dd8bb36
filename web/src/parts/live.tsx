import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LiveRun } from '../../../src/model/api/runs.ts';
import { ask } from '../api.ts';
import { Failed } from './states.tsx';

const told = {
  idle: '',
  running: 'A run is under way.',
  done: 'The run has ended: all pages show it now.',
  failed: 'The run has ended with a fault.',
  stopped: 'The run was stopped: what was read is kept, and the next run goes on from there.',
} as const;

/** Starts a run and shows how far it has come, whoever's page started it; when it ends, all pages are asked for anew. */
export function Live() {
  const live = useLive();
  const start = useMutation({ mutationFn: () => ask('POST /api/runs', { body: {} }) });
  const stop = useMutation({ mutationFn: () => ask('DELETE /api/runs/live', { body: {} }) });
  if (live === null) return <section className="live" aria-label="Run now" />;
  const { state, elsewhere, progress, lines } = live;
  const error = start.error ?? stop.error;
  return (
    <section className="live" aria-label="Run now">
      <p>
        {state === 'running' && elsewhere === null ? (
          <button type="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            disabled={start.isPending || state === 'running'}
            onClick={() => start.mutate()}
          >
            Run now
          </button>
        )}{' '}
        <span role="status">
          {state === 'running' && elsewhere !== null
            ? `A run that was started elsewhere is under way (${elsewhere}).`
            : told[state]}
        </span>
      </p>
      {state === 'running' ? (
        <>
          <progress
            aria-label="Documents read"
            max={progress?.total ?? 1}
            {...(progress === null ? {} : { value: progress.done })}
          />
          <p className="muted">{progress === null ? 'Looking at the corpus' : wordsOf(progress)}</p>
        </>
      ) : null}
      {state === 'failed' ? (
        <div role="alert" className="said">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
      {error === null ? null : <Failed error={error} />}
    </section>
  );
}

function wordsOf({ done, total, kept, pages, failed }: NonNullable<LiveRun['progress']>): string {
  if (done === total) return `All ${total} documents are read; results are assessed and written`;
  const parts = [
    `${done} of ${total} documents`,
    ...(kept === 0 ? [] : [`${kept} read before`]),
    ...(pages === 0 ? [] : [`${pages} pages read`]),
    ...(failed === 0 ? [] : [`${failed} failed`]),
  ];
  return parts.join(', ');
}

/** The state of the run as the server tells it; null until it has. */
function useLive(): LiveRun | null {
  const [live, setLive] = useState<LiveRun | null>(null);
  const client = useQueryClient();
  const last = useRef<LiveRun['state'] | null>(null);
  useEffect(() => {
    const events = new EventSource('/api/runs/live');
    events.onmessage = ({ data }) => {
      const now = JSON.parse(String(data)) as LiveRun;
      setLive(now);
      if (last.current === 'running' && now.state !== 'running') void client.invalidateQueries();
      last.current = now.state;
    };
    return () => events.close();
  }, [client]);
  return live;
}
