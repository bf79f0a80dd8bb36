import { describe, expect, it } from 'vitest';
import { inconsistencies, voicesOf } from '../../src/io/consistency.ts';
import { StudyFile } from '../../src/model/study.ts';

const faults = (values: object) => inconsistencies(StudyFile.parse({ title: 'a study', ...values }));

describe('a study that is well formed', () => {
  it('is consistent with nothing but its title', () => {
    expect(faults({})).toEqual([]);
  });

  it('names only voices that there are', () => {
    expect(
      faults({
        voices: ['network'],
        contrast: { source: ['civil_society', 'network'], policy: ['regional_bodies'] },
        institutions: [{ name: 'A', voice: 'network' }, { name: 'B', voice: 'movement' }, { name: 'C' }],
      }),
    ).toEqual([
      {
        path: ['contrast', 'policy', 0],
        expected: expect.stringContaining('network'),
        found: '`regional_bodies`',
      },
      { path: ['institutions', 1, 'voice'], expected: expect.anything(), found: '`movement`' },
    ]);
    expect(voicesOf({ voices: ['network'] }).has('network')).toBe(true);
  });

  it('gives no spelling to two institutions', () => {
    expect(
      faults({
        institutions: [
          { name: 'Red Andina', aliases: ['RAES', 'red-andina'] },
          { name: 'Otra', aliases: ['raes'] },
          { name: 'RED ANDINA' },
        ],
      }),
    ).toEqual([
      {
        path: ['institutions', 1, 'aliases', 0],
        expected: 'a spelling of one institution only',
        found: '`raes`, which also is Red Andina',
      },
      {
        path: ['institutions', 2, 'name'],
        expected: 'a spelling of one institution only',
        found: '`RED ANDINA`, which also is Red Andina',
      },
    ]);
  });

  it('reads paths in one way only', () => {
    expect(faults({ folders: ['voice', 'ignore', 'ignore', 'voice'], file_name: '{date}_{year}' })).toEqual([
      { path: ['folders', 3], expected: 'each field once', found: '`voice` again' },
      { path: ['file_name'], expected: expect.stringContaining('{institution}'), found: '`{year}`' },
    ]);
  });
});
