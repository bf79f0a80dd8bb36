import { z } from 'zod';
import { languages } from './passage.ts';
import { recognisers } from './recognition.ts';
import { type Sha256, sha256 } from './units.ts';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256')
  .transform((hex): Sha256 => sha256(hex));

/** A path below the root that every host of a fleet has at a place of its own; never leads out of it. */
const SharedPath = z
  .string()
  .min(1)
  .max(4096)
  .refine(
    (path) => !/^[/\\]/.test(path) && !/^[A-Za-z]:|^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path),
    'a relative path',
  )
  .refine((path) => !path.includes('\0'), 'a path without control characters')
  .refine((path) => !path.split(/[/\\]/).includes('..'), 'a path without `..`');

const name = z.string().max(4096);
const word = z.string().max(200);

/** A document's job as it comes from a broker, where nothing can be trusted. */
export const FleetJob = z.strictObject({
  id: hash,
  file: name,
  path: SharedPath,
  artefacts: SharedPath,
  hash,
  language: z.enum(languages).nullable(),
  characters: z.int().positive().max(1_000_000_000),
  pages: z.int().positive().max(1_000_000_000).default(5_000),
  unpacked: z.int().positive().max(1_000_000_000_000).default(500_000_000),
  /** The `study.yaml` that holds the document's password, and the hash that it had when the run began. */
  locked: z.strictObject({ study: SharedPath, proof: hash }).nullable().default(null),
  lexicon: hash,
  object: z
    .string()
    .max(64)
    .regex(/^[A-Z][A-Z0-9_]*$/),
  ocr: z.strictObject({
    engine: z.enum(recognisers),
    version: word,
    dpi: z.int().min(72).max(600),
    seconds: z.number().positive().max(86_400),
    confidence: z.number().min(0).max(100),
    low: z.enum(['keep', 'exclude']),
  }),
  keys: z.strictObject({
    document: hash,
    passages: hash,
    tags: hash,
    mentions: hash,
    scanned: z.strictObject({ recognition: hash, passages: hash, tags: hash, mentions: hash }),
  }),
  /** What the study allows one document, so that the same limits hold on every host. */
  limits: z
    .strictObject({
      seconds: z.number().positive().max(86_400).default(60),
      megabytes: z.int().min(128).max(1_000_000).default(1024),
      pageSeconds: z.number().positive().max(86_400).default(60),
    })
    .prefault({}),
});
export type FleetJob = z.infer<typeof FleetJob>;

/** A run that a fleet is asked for: where the study lies below the root, and how it is to be run. */
export const RunRequest = z.strictObject({
  study: SharedPath,
  output: SharedPath.optional(),
  state: SharedPath.optional(),
  documentsRoots: z.array(SharedPath).max(100),
  contrast: z
    .strictObject({ source: z.array(word).min(1).max(100), policy: z.array(word).min(1).max(100) })
    .optional(),
  /** Names the run and its report; fixed here so that a run taken over by another host is the same run. */
  startedAt: z.iso.datetime().max(40),
});
export type RunRequest = z.infer<typeof RunRequest>;

/** Parts of a fleet: who reads, who tags, who runs studies. */
export const roles = ['ingest', 'tag', 'report'] as const;
export type Role = (typeof roles)[number];

/** A worker as it makes itself known. */
export const Member = z.object({
  id: word,
  role: z.enum(roles),
  host: word,
  pid: z.int(),
  version: word,
  /** Hash of all code and engines that results depend on. */
  fingerprint: word,
});
export type Member = z.infer<typeof Member>;

/** How much there is to do on a fleet at this moment. */
export type QueueDepth = {
  readonly queues: readonly {
    readonly queue: string;
    readonly waiting: number;
    readonly active: number;
    /** Jobs that wait for others to end first: batches whose documents are not all read. */
    readonly held: number;
    /** Age of the oldest waiting job; hosts' clocks may differ, so it is never negative. */
    readonly oldestSeconds: number;
    readonly paused: boolean;
  }[];
  /** Documents given up. */
  readonly dead: number;
};
