import type { Observation } from '../../src/model/profile.ts';
import { observation, type Said } from './observation.ts';

/** Six documents of each of two voices, each voice an institution, told from one another by a count. */
export function balanced(
  say: (ofCivilSociety: boolean, count: number, at: number) => Pick<Said, 'presence' | 'portrait'>,
): readonly Observation[] {
  return ['civil_society', 'regional_body'].flatMap((voice) =>
    [9, 12, 10, 11, 9, 12].map((count, at) =>
      observation({
        file: `${voice}/${at}`,
        voice,
        institution: voice,
        objectPassages: 30,
        ...say(voice === 'civil_society', count, at),
      }),
    ),
  );
}
