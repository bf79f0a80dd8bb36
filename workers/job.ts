import { confine } from '../src/io/confine.ts';
import { FleetJob } from '../src/model/fleet.ts';
import { check } from '../src/model/input.ts';
import type { DocumentJob } from '../src/model/ports.ts';

/** A document's job from the broker; throws where the data are none. */
export function fleetJob(data: unknown): FleetJob {
  const { value, faults } = check(FleetJob, data);
  if (faults === null) return value;
  const [fault] = faults;
  throw new Error(
    `Expected a document's job, got one whose ${fault?.path.join('.')} is not ${fault?.expected}`,
  );
}

/** The job with its paths as they are on this host; throws where they lead out of the shared root. */
export async function atHome(root: string, job: FleetJob): Promise<DocumentJob> {
  const [path, artefacts] = await Promise.all([confine(root, job.path), confine(root, job.artefacts)]);
  return { ...job, path, artefacts };
}
