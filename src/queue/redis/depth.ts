import { Queue } from 'bullmq';
import type { QueueDepth } from '../../model/fleet.ts';
import { type Broker, connect } from './connection.ts';
import { deadKey, queueNames } from './names.ts';

/** Asks how much waits for a fleet, and for how long. */
export function queueDepth(broker: Broker): {
  readonly ask: () => Promise<QueueDepth>;
  readonly close: () => Promise<void>;
} {
  const connection = connect(broker.url);
  const queues = Object.values(queueNames).map((name) => {
    const queue = new Queue(name, { connection, prefix: broker.prefix });
    queue.on('error', () => {});
    return queue;
  });
  return {
    async ask() {
      const [dead, ...states] = await Promise.all([
        connection.hlen(deadKey(broker)),
        ...queues.map(async (queue) => {
          const [counts, [oldest], isPaused] = await Promise.all([
            queue.getJobCounts('waiting', 'active', 'waiting-children'),
            queue.getJobs(['waiting'], 0, 0, true),
            queue.isPaused(),
          ]);
          const age = oldest === undefined ? 0 : (Date.now() - oldest.timestamp) / 1000;
          return {
            queue: queue.name,
            waiting: counts['waiting'] ?? 0,
            active: counts['active'] ?? 0,
            held: counts['waiting-children'] ?? 0,
            oldestSeconds: Math.max(0, age),
            paused: isPaused,
          };
        }),
      ]);
      return { queues: states, dead };
    },
    async close() {
      await Promise.all(queues.map((queue) => queue.close()));
      connection.disconnect();
    },
  };
}
