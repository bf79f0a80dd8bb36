import { createHash } from 'node:crypto';
import { engineOf, programVersion } from './engine.ts';

/** What all hosts of a fleet must have in common for their results to be the same. */
export type Version = { readonly version: string; readonly fingerprint: string };

/** The version of this program, by name and by what it is made of. */
export function ownVersion(): Version {
  const { hash } = engineOf(['app/run', 'app/pipeline', 'io/ocr/recogniser']);
  const text = `${hash} ${process.versions.node}`;
  return { version: programVersion(), fingerprint: createHash('sha256').update(text).digest('hex') };
}
