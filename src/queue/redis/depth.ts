import { Queue } from 'bullmq';
import { type Broker, connect } from './connection.ts';
import { deadKey, queueNames } from './names.ts';

/** Asks how much waits for a fleet, and for how long. */
export function queueDepth(broker: Broker): {
  readonly ask: () => Promise<{
    readonly waiting: number;
    readonly active: number;
    readonly dead: number;
    /** Age of the oldest waiting job in seconds; hosts' clocks may differ, so it is never negative. */
    readonly oldestSeconds: number;
  }>;
  readonly close: () => Promise<void>;
} {
  const connection = connect(broker.url);
  const ingest = new Queue(queueNames.ingest, { connection, prefix: broker.prefix });
  ingest.on('error', () => {});
  return {
    async ask() {
      const [counts, dead, [oldest]] = await Promise.all([
        ingest.getJobCounts('waiting', 'active'),
        connection.hlen(deadKey(broker)),
        ingest.getJobs(['waiting'], 0, 0, true),
      ]);
      const age = oldest === undefined ? 0 : (Date.now() - oldest.timestamp) / 1000;
      const { waiting = 0, active = 0 } = counts;
      return { waiting, active, dead, oldestSeconds: Math.max(0, age) };
    },
    async close() {
      await ingest.close();
      connection.disconnect();
    },
  };
}
