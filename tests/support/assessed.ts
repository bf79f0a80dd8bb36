import { assess } from '../../src/assess/assess.ts';
import type { Finding } from '../../src/model/finding.ts';
import { observation } from './observation.ts';
import { dilution, plainStudy } from './study.ts';

const observations = ['civil_society', 'regional_body'].flatMap((voice) =>
  [9, 12, 10, 11, 9, 12].map((count, at) =>
    observation({
      file: `${voice}/${at}`,
      voice,
      institution: voice,
      objectPassages: 30,
      presence:
        voice === 'civil_society'
          ? { NEP: count, DIL: 2, PE: 2, INT: 1 }
          : { NEP: 2, DIL: count, PE: count, INT: 9 },
      portrait: {
        doings: [
          {
            actor: `m${at}`,
            role: 'implementing',
            programme: null,
            category: 'actors/social_ministries',
            above: [],
          },
        ],
      },
    }),
  ),
);

/** Findings on every hypothesis of the dilution claim, over two voices with six documents each. */
export function assessed(): readonly Finding[] {
  return assess(observations, dilution, plainStudy);
}
