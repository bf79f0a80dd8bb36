import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnswerOf, Asked, InputOf } from '../../src/model/api/api.ts';
import { ask } from './api.ts';

/** Keeps an answer of the server in view, asked for anew when what is asked changes. */
export function useAnswer<Key extends Asked>(
  key: Key,
  input: Partial<InputOf<Key>> = {},
  { enabled = true, every }: { readonly enabled?: boolean; readonly every?: number } = {},
): UseQueryResult<AnswerOf<Key>> {
  return useQuery({
    queryKey: [key, input],
    queryFn: ({ signal }) => ask(key, { input, signal }),
    // The old answer stays until the new one is there, so that nothing jumps.
    placeholderData: keepPreviousData,
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}
