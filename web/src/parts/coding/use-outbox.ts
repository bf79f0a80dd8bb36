import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AnswerOf } from '../../../../src/model/api/api.ts';
import { type Desk, type Outbox, openOutbox, type Standing } from './outbox.ts';

/** The outbox of whoever codes, and how it stands; what it has saved shows at once in what was asked before. */
export function useOutbox({ sample, coder, role }: Desk): readonly [Outbox, Standing] {
  const client = useQueryClient();
  const outbox = useMemo(() => {
    const desk = { sample, coder, role };
    return openOutbox(desk, ({ item, codes, note, done }) => {
      const unsure = Object.values(codes).includes('?');
      client.setQueryData<AnswerOf<'GET /api/samples/:sample/items'>>(
        ['GET /api/samples/:sample/items', desk],
        (old) =>
          old && {
            ...old,
            items: old.items.map((one) => (one.item === item ? { item, done, unsure } : one)),
          },
      );
      client.setQueryData<AnswerOf<'GET /api/samples/:sample/items/:item'>>(
        ['GET /api/samples/:sample/items/:item', { ...desk, item }],
        (old) => old && { ...old, codes, note },
      );
      void client.invalidateQueries({ queryKey: ['GET /api/samples'] });
      void client.invalidateQueries({ queryKey: ['GET /api/samples/:sample/agreement'] });
    });
  }, [client, sample, coder, role]);
  useEffect(() => {
    const send = outbox.send;
    const hidden = () => {
      if (document.visibilityState === 'hidden') send();
    };
    // What an earlier visit could not send.
    send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', hidden);
      send();
    };
  }, [outbox]);
  return [outbox, useSyncExternalStore(outbox.subscribe, outbox.standing)];
}
