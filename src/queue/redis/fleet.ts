import { Member } from '../../model/fleet.ts';
import { check, InputError } from '../../model/input.ts';
import { connect, requireServer } from './connection.ts';

/** A worker's place in the fleet. */
export type Membership = { readonly leave: () => Promise<void> };

const key = (id: string) => `titrate:workers:${id}`;
/** A worker that has not been heard of for so many seconds is gone; the server's clock tells, not a host's. */
const aliveSeconds = 15;

/** The fleet's keys of one version: no worker ever sees jobs of another. */
export function prefixOf(fingerprint: string): string {
  // Braces keep all keys of a queue on one node of a Redis cluster.
  return `{titrate-${fingerprint.slice(0, 12)}}`;
}

/** Every worker that has been heard of lately. */
export async function members(url: string): Promise<readonly Member[]> {
  const client = connect(url);
  try {
    await requireServer(url, client);
    const found: Member[] = [];
    for await (const keys of client.scanStream({ match: key('*'), count: 500 })) {
      const texts: (string | null)[] = keys.length === 0 ? [] : await client.mget(keys);
      for (const text of texts) {
        const member = text === null ? null : memberOf(text);
        if (member !== null) found.push(member);
      }
    }
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  } finally {
    client.disconnect();
  }
}

function memberOf(text: string): Member | null {
  try {
    return check(Member, JSON.parse(text)).value;
  } catch {
    // Not written by a worker.
    return null;
  }
}

/** Throws an InputError where workers of another version are at work: their results would not be the same. */
export async function refuseOthers(url: string, own: Pick<Member, 'version' | 'fingerprint'>): Promise<void> {
  const others = (await members(url)).filter(({ fingerprint }) => fingerprint !== own.fingerprint);
  const [other] = others;
  if (other === undefined) return;
  const shown = (member: Pick<Member, 'version' | 'fingerprint'>) =>
    `version ${member.version} (${member.fingerprint.slice(0, 12)})`;
  throw new InputError([
    `--redis: expected a fleet of this ${shown(own)}, got ${others.length} workers of ${shown(other)}, one on ${other.host}: install the same version on every host, or stop the others`,
  ]);
}

/** Makes a worker known until it leaves or falls silent. */
export async function join(url: string, member: Member): Promise<Membership> {
  const client = connect(url);
  await requireServer(url, client);
  const say = () => client.set(key(member.id), JSON.stringify(member), 'EX', aliveSeconds).catch(() => {});
  await say();
  const pulse = setInterval(say, (aliveSeconds * 1000) / 3);
  return {
    async leave() {
      clearInterval(pulse);
      await Promise.race([
        client.del(key(member.id)).catch(() => 0),
        new Promise((done) => setTimeout(done, 1_000)),
      ]);
      client.disconnect();
    },
  };
}
