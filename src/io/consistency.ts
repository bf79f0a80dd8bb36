import type { Fault } from '../model/input.ts';
import { type StudyFile, standardVoices } from '../model/study.ts';
import { patternFault } from './filename.ts';
import { spelling } from './spelling.ts';

/** Voices that documents of a study may have: the standard ones and its own. */
export function voicesOf(study: Pick<StudyFile, 'voices'>): ReadonlySet<string> {
  return new Set([...standardVoices, ...study.voices]);
}

/** Everything in a well-formed `study.yaml` that refers to nothing or could be read in two ways. */
export function inconsistencies(study: StudyFile): readonly Fault[] {
  const pattern = patternFault(study.file_name);
  return [
    ...unknownVoices(study),
    ...sharedSpellings(study),
    ...study.folders.flatMap((field, index, all) =>
      field !== 'ignore' && all.indexOf(field) !== index
        ? [{ path: ['folders', index], expected: 'each field once', found: `\`${field}\` again` }]
        : [],
    ),
    ...(pattern === null ? [] : [{ path: ['file_name'], ...pattern }]),
  ];
}

function unknownVoices(study: StudyFile): readonly Fault[] {
  const voices = voicesOf(study);
  const named = [
    ...study.contrast.source.map((voice, index) => ({ path: ['contrast', 'source', index], voice })),
    ...study.contrast.policy.map((voice, index) => ({ path: ['contrast', 'policy', index], voice })),
    ...study.institutions.map(({ voice }, index) => ({ path: ['institutions', index, 'voice'], voice })),
  ];
  const expected = `a standard voice or one listed under \`voices\` (${[...voices].join(', ')})`;
  return named.flatMap(({ path, voice }) =>
    voice === undefined || voices.has(voice) ? [] : [{ path, expected, found: `\`${voice}\`` }],
  );
}

function sharedSpellings(study: StudyFile): readonly Fault[] {
  const owners = new Map<string, number>();
  return study.institutions.flatMap(({ name, aliases }, index) =>
    [name, ...aliases].flatMap((one, place) => {
      const owner = owners.get(spelling(one)) ?? index;
      owners.set(spelling(one), owner);
      if (owner === index) return [];
      const path = ['institutions', index, ...(place === 0 ? ['name'] : ['aliases', place - 1])];
      const expected = 'a spelling of one institution only';
      return [{ path, expected, found: `\`${one}\`, which also is ${study.institutions[owner]?.name}` }];
    }),
  );
}
