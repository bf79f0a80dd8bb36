import type { StudyOptions } from '../io/study.ts';
import { InputError } from '../model/input.ts';

/** The options that every command on a study takes, as the command line gives them. */
export type StudyFlags = {
  readonly output?: string;
  readonly state?: string;
  readonly documentsRoot?: readonly string[];
  readonly contrast?: string;
};

/** The options of a study from the flags; throws an InputError for a contrast that is none. */
export function optionsOf(flags: StudyFlags): StudyOptions {
  return {
    output: flags.output,
    state: flags.state,
    documentsRoot: flags.documentsRoot,
    contrast: flags.contrast === undefined ? undefined : contrastOf(flags.contrast),
  };
}

function contrastOf(text: string): { source: string[]; policy: string[] } {
  const [source, policy, ...more] = text
    .split(':')
    .map((side) => side.split(',').filter((voice) => voice !== ''));
  if (!source?.length || !policy?.length || more.length > 0) {
    throw new InputError([
      `--contrast: expected voices on two sides, such as civil_society:national_government,party, got "${text}"`,
    ]);
  }
  return { source, policy };
}
