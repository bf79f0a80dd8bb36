import type { Command } from 'commander';

/** Adds the options that say where a study's parts lie and which voices are compared. */
export function studyOptions(command: Command): Command {
  return command
    .option('--output <folder>', 'where reports go (default: reports/ in the study)')
    .option('--state <folder>', 'where artefacts and the database go (default: .titrate/ in the study)')
    .option('--documents-root <folder...>', 'folders outside the study that manifest paths may lead into')
    .option(
      '--contrast <voices>',
      'voices to compare, source before policy, such as civil_society:national_government,party',
    );
}
