import { drawn } from '../src/app/curve-draws.ts';
import { servePool } from '../src/queue/serve-pool.ts';

/** The child that draws a part of the joint test of a specification curve. */
servePool((job) => drawn(job as Parameters<typeof drawn>[0]));
