import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { api } from '../model/api/api.ts';
import { type Refusal, usualBody } from '../model/api/endpoint.ts';
import { check, InputError } from '../model/input.ts';
import type { Desk } from './desk.ts';
import { admit, type Guard, safeHeaders, withoutToken } from './guard.ts';
import { handlers } from './handlers.ts';
import { openapi } from './openapi.ts';
import { type Pages, pageAnswer } from './pages.ts';
import { Refused, statusOf } from './refused.ts';
import { admitName, admitSeat, seatedPages } from './seat.ts';

type AnyHandler = (
  desk: Desk,
  request: { input: unknown; body: unknown; headers: Headers; signal: AbortSignal; coder: string | null },
) => unknown;

/** The explorer as a function from requests to answers; `tell` is given what it did not expect. */
export function createApp(
  desk: Desk,
  guard: Guard,
  pages: Pages,
  tell: (error: unknown) => void = () => {},
): Hono {
  const app = new Hono();
  const { coder } = guard;
  const shown = seatedPages(pages, coder);
  app.use(async (context, next) => {
    admit(context.req.raw, guard);
    const elsewhere = guard.token === null ? null : withoutToken(context.req.raw);
    if (elsewhere === null) await next();
    else context.res = elsewhere;
    for (const [name, value] of Object.entries(safeHeaders)) context.res.headers.set(name, value);
  });
  // Beyond this machine lines may be slow; what is a picture, a workbook or an endless stream is left as it is.
  app.use(compress());
  app.onError((error) => {
    const refusal = refusalOf(error);
    if (refusal.error === 'failed') tell(error);
    return Response.json(refusal, { status: statusOf(refusal.error), headers: safeHeaders });
  });
  for (const [key, one] of Object.entries(api)) {
    const [method = '', path = ''] = key.split(' ');
    const handler = handlers[key as keyof typeof handlers] as AnyHandler;
    app.on(method, path, async (context) => {
      admitSeat(key, coder);
      const query = Object.fromEntries(new URL(context.req.url).searchParams);
      delete query['token'];
      const input = checked(one.input, { ...query, ...context.req.param() }, key);
      const body = one.body === null ? null : checked(one.body, await bodyOf(context.req.raw, one), key);
      admitName(key, { ...(input as object), ...(body as object | null) }, coder);
      const { headers, signal } = context.req.raw;
      const answer = await handler(desk, { input, body, headers, signal, coder });
      if (answer instanceof Response) return answer;
      context.header('cache-control', 'no-store');
      return context.json(answer as object);
    });
  }
  app.get('/api/openapi.json', (context) => {
    admitSeat('GET /api/openapi.json', coder);
    return context.json(openapi());
  });
  app.all('/api/*', () => {
    throw new Refused('not_found', 'expected an endpoint of /api/openapi.json, got another path');
  });
  app.get('*', (context) => pageAnswer(shown, new URL(context.req.url).pathname));
  return app;
}

function checked(schema: Parameters<typeof check>[0], value: unknown, key: string): unknown {
  const { value: good, faults } = check(schema, value);
  if (faults === null) return good;
  throw new Refused(
    'bad_request',
    ...faults.map(
      ({ path, expected, found }) => `${key}  ${path.join('.')}: expected ${expected}, got ${found}`,
    ),
  );
}

/** The body as JSON, counted as it comes, so that a long one is refused before it is held. */
async function bodyOf(
  request: Request,
  { longest = usualBody }: { readonly longest?: number },
): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > longest) throw new Refused('too_large', `expected at most ${longest} bytes, got more`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refused('bad_request', 'expected JSON, got something else');
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return { error: error.error, lines: [...error.lines] };
  if (error instanceof InputError) return { error: 'bad_request', lines: [...error.lines] };
  return { error: 'failed', lines: ['this is a fault of the program: what happened stands in its terminal'] };
}
