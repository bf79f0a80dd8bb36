import type { AnswerOf, Asked, BodyOf, InputOf } from '../../src/model/api/api.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';

/** What a server says of a request that it could not meet, for the page to show. */
export class ApiError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.lines.join('\n'));
    this.name = 'ApiError';
    this.refusal = refusal;
  }
}

type Asking<Key extends Asked> = {
  readonly input?: Partial<InputOf<Key>>;
  readonly body?: BodyOf<Key>;
  readonly signal?: AbortSignal;
};

/** The address of an endpoint: what its path names goes into the path, all else into the query. */
export function addressOf<Key extends Asked>(key: Key, input: Asking<Key>['input'] = {}): string {
  const rest = new Map<string, string>();
  for (const [name, value] of Object.entries(input ?? {})) {
    if (value !== undefined && value !== null && value !== '') rest.set(name, String(value));
  }
  const path = (key.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name) ?? '';
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...rest]).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Asks the server; throws an ApiError with its words where it refuses. */
export async function ask<Key extends Asked>(
  key: Key,
  { input, body, signal }: Asking<Key> = {},
): Promise<AnswerOf<Key>> {
  const [method = 'GET'] = key.split(' ');
  const response = await fetch(addressOf(key, input), {
    method,
    signal: signal ?? null,
    ...(body === undefined || body === null
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError({
      error: 'failed',
      lines: ['the explorer does not answer: is `titrate serve` still running?'],
    });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as AnswerOf<Key>;
  const lines = [`the server answered ${response.status}`];
  throw new ApiError((answer as Refusal | null) ?? { error: 'failed', lines });
}
