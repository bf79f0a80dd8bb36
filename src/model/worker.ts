import { z } from 'zod';

const number = z.string().regex(/^\d+$/, 'a whole number').transform(Number);
const some = number.pipe(z.number().min(1));

/**
 * Settings of a worker, as its environment gives them: a Redis address may hold a password, which must
 * stand in no command line.
 */
export const WorkerSettings = z.object({
  /** Address of the Redis server. */
  TITRATE_REDIS: z.string().min(1),
  /** File with the certificate (PEM) of the authority that signed the server's, where it is your own. */
  TITRATE_REDIS_CA: z.string().default(''),
  /** The shared root on this host: nothing outside is read or written. */
  TITRATE_ROOT: z.string().min(1),
  /** Hosts, parted by spaces, that a report worker may fetch from where a manifest names addresses. */
  TITRATE_ALLOW_HOSTS: z.string().default(''),
  /** `1` where those hosts may be this machine or lie in a private network. */
  TITRATE_ALLOW_PRIVATE: z.enum(['', '0', '1']).default(''),
  /** Documents at a time. */
  TITRATE_CONCURRENCY: some.default(2),
  /** Attempts at a document before it is a dead letter. */
  TITRATE_ATTEMPTS: some.default(3),
  /** Wait before the second attempt in milliseconds, doubled for each further one. */
  TITRATE_BACKOFF_MS: number.default(500),
  /** Most wall-clock seconds for one document, and for each of its pages that needs OCR, whatever its study allows. */
  TITRATE_SECONDS: z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'a number')
    .transform(Number)
    .pipe(z.number().positive())
    .default(3600),
  /** Most resident memory for one document in megabytes, whatever its study allows. */
  TITRATE_MEGABYTES: some.default(16_384),
  /** How long work stays with a worker that has fallen silent before another takes it over, in milliseconds. */
  TITRATE_LOCK_MS: some.default(15_000),
  /** Port of `/metrics` on this host; 0 for none. */
  TITRATE_METRICS_PORT: number.default(0),
  /** Address that `/metrics` listens on. */
  TITRATE_METRICS_HOST: z.string().default('127.0.0.1'),
  /** From which level on events are logged. */
  TITRATE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type WorkerSettings = z.infer<typeof WorkerSettings>;
