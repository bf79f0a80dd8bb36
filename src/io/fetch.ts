import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Sha256, sha256 } from '../model/units.ts';
import { programVersion } from './engine.ts';
import { type Host, isAllowed } from './hosts.ts';
import { isWholeAfter, type Part, rangeHeaders, validatorOf } from './part.ts';
import { PrivateHost, type Resolver } from './reach.ts';
import { type Answer, ask, unpacked } from './request.ts';
import { secondsToWait } from './retry-after.ts';

/** What may be fetched, and how much of it. */
export type FetchLimits = {
  /** Hosts the user named, as `hostsOf` gives them. */
  readonly hosts: readonly Host[];
  /** Whether hosts may be this machine or lie in a private network; no where left out. */
  readonly allowPrivate?: boolean;
  /** Most bytes of a file, counted after decompression. */
  readonly bytes: number;
  /** Wall-clock seconds for one answer, its body included. */
  readonly seconds: number;
};

/** Waits for an address's turn and says whether it may be asked for. */
export type Gate = (url: URL, signal: AbortSignal | undefined) => Promise<Pass>;

/** Leave to ask, or why there is none; whoever has asked gives the turn back by `leave`. */
export type Pass = { readonly code: 'pass'; readonly leave: () => void } | FetchFailure;

/** What fetching may go by, beside its limits. */
export type FetchMeans = {
  /** Who asks, as the header `User-Agent` says it. */
  readonly agent?: string;
  readonly resolve?: Resolver;
  readonly gate?: Gate;
  /** What of the file is at the target from an earlier time. */
  readonly part?: Part | null;
  /** Told before the first byte of a file is written by what its rest may be asked for later. */
  readonly begin?: (validator: string | null) => Promise<void>;
  /** Ends fetching with an AbortError. */
  readonly signal?: AbortSignal;
};

/** What a host said or did that may be otherwise later: which one, and after how many seconds if it said so. */
export type Again = { readonly origin: string; readonly seconds: number | null };

/** Why there is no answer to work with. */
export type FetchFailure =
  | { readonly code: 'host_not_allowed'; readonly host: string }
  | { readonly code: 'private_address'; readonly host: string }
  | { readonly code: 'robots_refused'; readonly host: string }
  | { readonly code: 'not_fetched'; readonly detail: string; readonly again: Again | null };

/** How fetching one file ended. */
export type FetchEnd =
  | {
      readonly code: 'fetched';
      readonly address: string;
      readonly status: number;
      readonly contentType: string | null;
      readonly bytes: number;
      readonly hash: Sha256;
    }
  | FetchFailure;

const mostRedirections = 5;
const redirections: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Statuses of a host that may answer otherwise later; the others are its last word. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

class TooLarge extends Error {}

type Arrival = { readonly answer: Answer; readonly at: URL };

/** Who we are to hosts: the program, its version, what it does, and whom to write to about it. */
export function agentOf(contact: string | undefined): string {
  const whom = contact === undefined ? 'started by a person' : `contact: ${contact}`;
  return `titrate/${programVersion()} (fetches single documents for research; ${whom})`;
}

/**
 * Fetches one file to `target`: without credentials, from allowed hosts only wherever redirections lead, with limits
 * of size and time. The only way out to the network beside Redis. Never throws for what the network does; what is
 * left at `target` counts only where the end is `fetched`. Makes a new file, unless a `part` is there: then it asks
 * for the rest, and takes all of it anew where the host has something else by now.
 */
export async function fetchFile(
  address: string,
  target: string,
  limits: FetchLimits,
  means: FetchMeans = {},
): Promise<FetchEnd> {
  const part = means.part ?? null;
  const end = await visit(address, limits, means, rangeHeaders(part), async (arrival) => {
    const { status } = arrival.answer;
    if (part === null || status === 200) return await save(arrival, target, limits, means, null);
    if (status === 206 && isWholeAfter(part, arrival.answer)) {
      return await save(arrival, target, limits, means, part);
    }
    return status === 206 || status === 416 ? 'anew' : failed(arrival);
  });
  if (end !== 'anew') return end;
  return visit(address, limits, means, {}, (arrival) => save(arrival, target, limits, means, null));
}

/** The beginning of a text, as the host gives it, whatever the status; for what hosts say of themselves. */
export async function fetchText(
  address: string,
  limits: FetchLimits,
  means: FetchMeans = {},
): Promise<{ readonly code: 'text'; readonly status: number; readonly text: string } | FetchFailure> {
  return visit(address, limits, means, {}, async ({ answer }) => {
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of unpacked(answer) ?? []) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > limits.bytes) break;
    }
    const text = Buffer.concat(pieces).subarray(0, limits.bytes).toString('utf8');
    return { code: 'text', status: answer.status, text };
  });
}

/** Asks for an address, follows where it leads, and gives what becomes of the last answer. */
async function visit<T>(
  address: string,
  limits: FetchLimits,
  means: FetchMeans,
  more: Readonly<Record<string, string>>,
  arrived: (arrival: Arrival) => Promise<T>,
): Promise<T | FetchFailure> {
  const { allowPrivate = false, hosts, seconds } = limits;
  const headers = { 'user-agent': means.agent ?? agentOf(undefined), 'accept-encoding': 'identity', ...more };
  let at: URL | null = URL.parse(address);
  for (let hops = 0; hops <= mostRedirections; hops++) {
    if (at === null) return lastWord('it leads to no address');
    if (at.protocol !== 'http:' && at.protocol !== 'https:') {
      return lastWord(`it leads to an address of the kind ${at.protocol}`);
    }
    if (at.username !== '' || at.password !== '')
      return lastWord('the address holds a user name or password');
    if (!isAllowed(at, hosts)) return { code: 'host_not_allowed', host: at.host };
    const pass = await means.gate?.(at, means.signal);
    if (pass !== undefined && pass.code !== 'pass') return pass;
    const time = AbortSignal.timeout(seconds * 1000);
    const signal = AbortSignal.any([time, ...(means.signal === undefined ? [] : [means.signal])]);
    try {
      const answer = await ask(at, headers, { allowPrivate, resolve: means.resolve }, signal);
      const location = redirections.has(answer.status) ? answer.header('location') : null;
      try {
        if (location === null) return await arrived({ answer, at });
      } finally {
        answer.close();
      }
      at = URL.parse(location, at.href);
    } catch (error) {
      means.signal?.throwIfAborted();
      if (isDiskFault(error)) throw error;
      if (error instanceof PrivateHost) return { code: 'private_address', host: at?.host ?? error.host };
      if (error instanceof TooLarge) return lastWord(`more than ${limits.bytes} bytes, the limit`);
      const again = isLastWord(error) ? null : { origin: at?.origin ?? '', seconds: null };
      return {
        code: 'not_fetched',
        detail: time.aborted ? `no whole answer in ${seconds} s` : detailOf(error),
        again,
      };
    } finally {
      pass?.leave();
    }
  }
  return lastWord(`more than ${mostRedirections} redirections`);
}

async function save(
  arrival: Arrival,
  target: string,
  limits: FetchLimits,
  { begin }: FetchMeans,
  part: Part | null,
): Promise<FetchEnd> {
  const { answer, at } = arrival;
  const { status } = answer;
  if (status !== (part === null ? 200 : 206)) return failed(arrival);
  const body = unpacked(answer);
  if (body === null) return lastWord('packed in a way that was not asked for');
  const hash = createHash('sha256');
  let bytes = 0;
  const add = (piece: Uint8Array) => {
    bytes += piece.length;
    // Counted as it comes: what a host says of the size is no promise, and little can unpack to much.
    if (bytes > limits.bytes) throw new TooLarge();
    hash.update(piece);
  };
  if (Number(answer.header('content-length')) + (part?.bytes ?? 0) > limits.bytes) throw new TooLarge();
  if (part === null) await begin?.(body === answer.body ? validatorOf(answer) : null);
  else for await (const piece of createReadStream(target)) add(piece);
  const handle = await open(target, part !== null ? 'a' : begin === undefined ? 'wx' : 'w');
  try {
    for await (const piece of body) {
      add(piece);
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  if (bytes === 0) return lastWord('an answer without bytes');
  const contentType = answer.header('content-type');
  return { code: 'fetched', address: at.href, status, contentType, bytes, hash: sha256(hash.digest('hex')) };
}

function failed({ answer, at }: Arrival): FetchFailure {
  const { status } = answer;
  const again = passing.has(status) ? { origin: at.origin, seconds: secondsToWait(answer.header) } : null;
  return { code: 'not_fetched', detail: `status ${status}`, again };
}

function lastWord(detail: string): FetchFailure {
  return { code: 'not_fetched', detail, again: null };
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

/** A name that is none and a certificate that does not hold will be the same in a minute. */
function isLastWord(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOTFOUND' || code.includes('CERT') || code.includes('SIGNATURE');
}

/** The disk of this machine is no matter of the document. */
function isDiskFault(error: unknown): boolean {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return false;
  const isLine = ['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT'].includes(String(error.code));
  return !isLine && ['open', 'write'].includes(String(error.syscall));
}
