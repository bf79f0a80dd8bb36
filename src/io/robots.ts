import robotsParser from 'robots-parser';
import { type FetchLimits, type FetchMeans, fetchText } from './fetch.ts';

/** What a host lets robots do; `detail` says why nothing is let. */
export type Rules =
  | { readonly code: 'rules'; readonly allows: (url: URL) => boolean; readonly delaySeconds: number }
  | { readonly code: 'closed'; readonly detail: string };

/** The name under which a host may speak of us. */
const robot = 'titrate';
/** What RFC 9309 asks robots to read at least; what comes after it is not read. */
const mostBytes = 512_000;
const mostSeconds = 30;

/** The package is a function; its types speak of a default export, which Node does not see. */
const parse = robotsParser as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
};

/**
 * Asks a host for its `robots.txt` (RFC 9309). Where it says there is none (4xx), all is allowed; where it cannot be
 * reached, or is too busy to say, nothing is.
 */
export async function readRobots(
  origin: string,
  limits: Pick<FetchLimits, 'hosts' | 'allowPrivate'>,
  means: Pick<FetchMeans, 'agent' | 'resolve' | 'signal'>,
): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  const end = await fetchText(address, { ...limits, bytes: mostBytes, seconds: mostSeconds }, means);
  switch (end.code) {
    case 'text': {
      const { status, text } = end;
      if (status >= 200 && status < 300) return rulesOf(address, text);
      const isNone = status >= 400 && status < 500 && status !== 429;
      return isNone ? rulesOf(address, '') : closed(`status ${status}`);
    }
    case 'host_not_allowed':
      return closed(`it leads to ${end.host}, which is not allowed`);
    case 'private_address':
      return closed(`${end.host} is in a private network`);
    case 'robots_refused':
      return closed('it refuses itself');
    case 'not_fetched':
      return closed(end.detail);
  }
}

/** The rules that a text at an address lays down for its host. */
export function rulesOf(address: string, text: string): Rules {
  const rules = parse(address, text);
  return {
    code: 'rules',
    allows: (url) => rules.isAllowed(url.href, robot) !== false,
    delaySeconds: Math.max(0, rules.getCrawlDelay(robot) ?? 0),
  };
}

function closed(why: string): Rules {
  return { code: 'closed', detail: `its robots.txt cannot be read: ${why}` };
}
