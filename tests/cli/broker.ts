import { FlowProducer, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { ownVersion } from '../../src/io/version.ts';
import type { QueuedJob } from '../../src/model/queue.ts';
import type { Broker } from '../../src/queue/redis/connection.ts';
import { prefixOf } from '../../src/queue/redis/fleet.ts';
import { submitBatch } from '../../src/queue/redis/flows.ts';
import { queueNames } from '../../src/queue/redis/names.ts';
import type { TestRedis } from '../support/redis.ts';

/** Who may use a server. */
export type Account = { readonly username: string; readonly password: string };

/** What somebody puts into the queues who has found the way to the server. */
export type Attack = {
  readonly ingest?: readonly unknown[];
  readonly tag?: readonly unknown[];
  readonly run?: readonly unknown[];
  /** Whole flows: the documents of a batch, and the batch. */
  readonly batches?: readonly (readonly QueuedJob[])[];
};

/** Where the queues of a fleet of this version are. */
export function brokerOf({ port }: TestRedis, { username, password }: Account): Broker {
  const { fingerprint } = ownVersion();
  return { url: `redis://${username}:${password}@127.0.0.1:${port}`, prefix: prefixOf(fingerprint) };
}

/** Puts jobs into the queues past the program. */
export async function attack(redis: TestRedis, account: Account, what: Attack): Promise<void> {
  const connection = connect(redis, account);
  const options = { connection, prefix: brokerOf(redis, account).prefix };
  for (const step of ['ingest', 'tag', 'run'] as const) {
    const queue = new Queue(queueNames[step], options);
    for (const data of what[step] ?? []) await queue.add('job', step === 'ingest' ? { job: data } : data);
    await queue.close();
  }
  const flows = new FlowProducer(options);
  for (const batch of what.batches ?? []) await submitBatch(flows, batch, AbortSignal.timeout(10_000));
  await flows.close();
  connection.disconnect();
}

/** All that a server holds, as text. */
export async function everything(redis: TestRedis, account: Account): Promise<string> {
  const client = connect(redis, account);
  const texts: string[] = [];
  for await (const keys of client.scanStream({ count: 1_000 })) {
    for (const key of keys) texts.push(key, JSON.stringify(await contentOf(client, key)));
  }
  client.disconnect();
  return texts.join('\n');
}

async function contentOf(client: Redis, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'string':
      return client.get(key);
    case 'hash':
      return client.hgetall(key);
    case 'list':
      return client.lrange(key, 0, -1);
    case 'set':
      return client.smembers(key);
    case 'zset':
      return client.zrange(key, '0', '-1');
    default:
      return client.xrange(key, '-', '+');
  }
}

function connect({ port }: TestRedis, account: Account): Redis {
  return new Redis({ host: '127.0.0.1', port, ...account, maxRetriesPerRequest: null });
}
