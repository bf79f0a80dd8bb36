import { timingSafeEqual } from 'node:crypto';
import { Refused } from './refused.ts';

/** Who may ask: names under which this server is known, the token that it asks for, and whom it serves alone, if any. */
export type Guard = {
  /** Hosts with their ports as a browser names them, such as `127.0.0.1:4617`. */
  readonly hosts: ReadonlySet<string>;
  /** Null on loopback, where whoever can ask is at this machine. */
  readonly token: string | null;
  /** The coder that it serves alone, with what coders see and nothing else; null where it serves everything. */
  readonly coder: string | null;
};

/** The cookie that a token is kept in once a page was opened with it. */
const tokenCookie = 'titrate_token';

/**
 * Refuses what another site has made a browser send: a Host that is not ours (a name that was pointed at this machine),
 * an Origin or a fetch site that is not this one, and, beyond loopback, whoever does not know the token.
 */
export function admit(request: Request, { hosts, token }: Omit<Guard, 'coder'>): void {
  const { headers, method } = request;
  const host = headers.get('host')?.toLowerCase() ?? '';
  if (!hosts.has(host)) {
    throw new Refused(
      'forbidden',
      `expected one of ${[...hosts].join(', ')} as the host, got "${host.slice(0, 80)}"`,
    );
  }
  const origin = headers.get('origin');
  if (origin !== null && !hosts.has(origin.toLowerCase().replace(/^https?:\/\//, ''))) {
    throw new Refused('forbidden', 'expected a request of the explorer itself, got one of another site');
  }
  const site = headers.get('sec-fetch-site');
  const isReading = method === 'GET' || method === 'HEAD';
  const isOpening = isReading && headers.get('sec-fetch-mode') === 'navigate';
  if (site !== null && site !== 'same-origin' && site !== 'none' && !isOpening) {
    throw new Refused('forbidden', 'expected a request of the explorer itself, got one of another site');
  }
  if (!isReading && !/^application\/json\b/.test(headers.get('content-type') ?? '')) {
    throw new Refused(
      'bad_request',
      'expected a body of application/json, which no form of another site can send',
    );
  }
  if (token !== null && !isSame(tokenOf(request), token)) {
    throw new Refused(
      'unauthorised',
      'expected the token of this explorer: open the address that `titrate serve` printed',
    );
  }
}

/**
 * How a page that was opened with the token is answered: with a cookie, and the address without it, so that it stands in
 * no history and in no picture of the screen. Null where a request is none of this kind.
 */
export function withoutToken(request: Request): Response | null {
  const { pathname, searchParams } = new URL(request.url);
  const given = searchParams.get('token');
  if (given === null || request.method !== 'GET' || pathname.startsWith('/api/')) return null;
  searchParams.delete('token');
  const search = searchParams.size === 0 ? '' : `?${searchParams}`;
  // Strict would keep the cookie from the very page that a link in a mail leads to; what writes is held to its origin anyway.
  const cookie = `${tokenCookie}=${given}; Path=/; HttpOnly; SameSite=Lax`;
  const location = `${pathname.replace(/^\/+/, '/')}${search}`;
  return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } });
}

/** The token that a request brings, in its header, its cookie or the address that was printed. */
function tokenOf(request: Request): string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const cookie = new RegExp(`(?:^|; )${tokenCookie}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  return bearer ?? new URL(request.url).searchParams.get('token') ?? cookie ?? '';
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Headers of every answer: pages run their own script and nothing else, and are shown in no other page. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};
