import type { Command } from 'commander';
import { type FleetFlags, fleetOptions } from './fleet.ts';
import { studyOptions } from './options.ts';
import type { StudyFlags } from './place.ts';
import { exitCodes } from './talk.ts';

type AttachFlags = StudyFlags & FleetFlags & { json?: true; quiet?: true; strict?: true };

/** `titrate attach`: a run on a fleet, taken up again. */
export function addAttach(program: Command): void {
  fleetOptions(
    studyOptions(
      program
        .command('attach')
        .summary('take up a run that a fleet is doing')
        .description('Shows how far a run on a fleet has come, and its findings when it ends.')
        .argument('[study]', 'folder or manifest', '.'),
    ),
  )
    .option('--json', 'print the findings as JSON')
    .option('--quiet', 'no progress and no overview, only the path of the report')
    .option('--strict', `end with code ${exitCodes.incomplete} where a document is not in the numbers`)
    .action(async (path: string, flags: AttachFlags) => {
      const { attach } = await import('./follow.ts');
      process.exitCode = await attach(path, flags);
    });
}
