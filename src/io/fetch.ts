import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../model/input.ts';
import { type Sha256, sha256 } from '../model/units.ts';

/** What may be fetched, and how much of it. */
export type FetchLimits = {
  /** Hosts the user named, as `hostsOf` gives them. */
  readonly hosts: readonly Host[];
  /** Most bytes of a file, counted after decompression. */
  readonly bytes: number;
  /** Wall-clock seconds for one file, redirections included. */
  readonly seconds: number;
};

/** A host that files may be fetched from; an empty port stands for the usual ones. */
export type Host = { readonly name: string; readonly port: string };

/** How fetching one file ended. */
export type FetchEnd =
  | {
      readonly code: 'fetched';
      readonly address: string;
      readonly contentType: string | null;
      readonly bytes: number;
      readonly hash: Sha256;
    }
  | { readonly code: 'host_not_allowed'; readonly host: string }
  | { readonly code: 'not_fetched'; readonly detail: string };

const mostRedirections = 5;
const redirections: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

class TooLarge extends Error {}

/** The hosts of `--allow-host`: a name, with a port where it is not the usual one. Throws an InputError. */
export function hostsOf(names: readonly string[]): readonly Host[] {
  return names.map((name) => {
    const url = URL.parse(`http://${name}`);
    if (url === null || name.includes('*') || url.host === '' || url.href !== `http://${url.host}/`) {
      throw new InputError([
        `--allow-host: expected the name of a host such as www.example.org, got "${name}": leave out everything else of the address`,
      ]);
    }
    return { name: url.hostname, port: url.port };
  });
}

/** True where a row of a manifest names an address instead of a path. */
export function isAddress(file: string): boolean {
  return /^https?:\/\//i.test(file);
}

/** The last name in the path of an address. */
export function lastName(address: string): string {
  const name = basename(URL.parse(address)?.pathname ?? '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Fetches one file into a new file at `target`: without credentials, from allowed hosts only wherever redirections
 * lead, with limits of size and time. The only way out to the network beside Redis. Never throws for what the network
 * does; what is left at `target` counts only where the end is `fetched`.
 */
export async function fetchFile(address: string, target: string, limits: FetchLimits): Promise<FetchEnd> {
  try {
    return await follow(new URL(address), target, limits, AbortSignal.timeout(limits.seconds * 1000));
  } catch (error) {
    if (isDiskFault(error)) throw error;
    return { code: 'not_fetched', detail: detailOf(error, limits) };
  }
}

async function follow(
  first: URL,
  target: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchEnd> {
  let at = first;
  for (let hops = 0; hops <= mostRedirections; hops++) {
    if (at.protocol !== 'http:' && at.protocol !== 'https:') {
      return { code: 'not_fetched', detail: `it leads to an address of the kind ${at.protocol}` };
    }
    if (at.username !== '' || at.password !== '') {
      return { code: 'not_fetched', detail: 'the address holds a user name or password' };
    }
    if (!isAllowed(at, limits.hosts)) return { code: 'host_not_allowed', host: at.host };
    const answer = await fetch(at, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { 'user-agent': 'titrate' },
      signal,
    });
    const location = redirections.has(answer.status) ? answer.headers.get('location') : null;
    if (location === null) return await save(answer, at, target, limits, signal);
    await answer.body?.cancel();
    at = new URL(location, at);
  }
  return { code: 'not_fetched', detail: `more than ${mostRedirections} redirections` };
}

async function save(
  answer: Response,
  at: URL,
  target: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchEnd> {
  if (answer.status !== 200 || answer.body === null) {
    await answer.body?.cancel();
    return { code: 'not_fetched', detail: `status ${answer.status}` };
  }
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of body) {
      bytes += piece.length;
      // Counted as it comes: what a host says of the size is no promise, and little can unpack to much.
      if (bytes > limits.bytes) throw new TooLarge();
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(counted(answer.body), createWriteStream(target, { flags: 'wx' }), { signal });
  if (bytes === 0) return { code: 'not_fetched', detail: 'an answer without bytes' };
  const contentType = answer.headers.get('content-type');
  return { code: 'fetched', address: at.href, contentType, bytes, hash: sha256(hash.digest('hex')) };
}

function isAllowed(at: URL, hosts: readonly Host[]): boolean {
  const usual = at.protocol === 'https:' ? '443' : '80';
  return hosts.some(
    ({ name, port }) => name === at.hostname && (port === at.port || port === (at.port || usual)),
  );
}

function detailOf(error: unknown, { bytes, seconds }: FetchLimits): string {
  if (error instanceof TooLarge) return `more than ${bytes} bytes, the limit`;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return `no whole answer in ${seconds} s`;
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** The disk of this machine is no matter of the document. */
function isDiskFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['open', 'write'].includes(String(error.syscall));
}
