import { passwordOf, proofOf } from '../src/app/passwords.ts';
import { confine } from '../src/io/confine.ts';
import { passwordsIn } from '../src/io/study.ts';
import { FleetJob } from '../src/model/fleet.ts';
import { check } from '../src/model/input.ts';
import type { DocumentJob } from '../src/model/ports.ts';
import type { Sha256 } from '../src/model/units.ts';

/** A document's job from the broker; throws where the data are none. */
export function fleetJob(data: unknown): FleetJob {
  const { value, faults } = check(FleetJob, data);
  if (faults === null) return value;
  const [fault] = faults;
  throw new Error(
    `Expected a document's job, got one whose ${fault?.path.join('.')} is not ${fault?.expected}`,
  );
}

/**
 * The job with its paths as they are on this host, and its password from where the study has it written down;
 * throws where a path leads out of the shared root.
 */
export async function atHome(root: string, { locked, ...job }: FleetJob): Promise<DocumentJob> {
  const [path, artefacts] = await Promise.all([confine(root, job.path), confine(root, job.artefacts)]);
  const password =
    locked === null ? null : await unlock(await confine(root, locked.study), locked.proof, job);
  return { ...job, path, artefacts, password, earlier: null };
}

async function unlock(study: string, proof: Sha256, { file, hash }: Pick<FleetJob, 'file' | 'hash'>) {
  const password = passwordOf(await passwordsIn(study), file);
  if (password !== null && proofOf(password, hash) === proof) return password;
  throw new Error(`Expected the passwords in study.yaml to be those of the run's begin: start the run again`);
}
