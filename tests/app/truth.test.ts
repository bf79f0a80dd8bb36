import { describe, expect, it } from 'vitest';
import { plantedObservations } from '../../src/app/truth.ts';
import { unknownMetadata } from '../../src/io/metadata.ts';
import type { MeasuredCategory } from '../../src/model/lexicon.ts';
import type { Source } from '../../src/model/study.ts';
import type { TruthRow } from '../../src/model/truth.ts';

const category = (code: string, ...categories: string[]): MeasuredCategory => ({
  code,
  label: code,
  definition: code,
  categories,
});
const measured = [
  category('NEP', 'paradigm/autonomy'),
  category('PE', 'poverty/relief', 'poverty/protection'),
  category('ADD', 'add_on/social'),
  category('DIL', 'add_on/social', 'poverty/protection', 'poverty/relief'),
  category('EMPTY'),
];
const source = (file: string): Source => ({
  ...unknownMetadata,
  file,
  hash: null,
  document: null,
  bytes: 1,
  institution: 'Red',
  voice: 'civil_society',
  date: '2009-05',
});
const row = (frames: string[], object = true, language: TruthRow['language'] = 'es'): TruthRow => ({
  file: 'a.pdf',
  language,
  object,
  frames,
});

describe('planted observations', () => {
  it('count a passage once for a union, whichever of its parts were planted', () => {
    const [one] = plantedObservations(
      [row(['PE', 'ADD']), row(['ADD']), row(['NEP']), row([])],
      [source('a.pdf')],
      measured,
      5,
    );
    expect(one).toMatchObject({
      passages: 4,
      objectPassages: 4,
      presence: { NEP: 1, PE: 1, ADD: 2, DIL: 2, EMPTY: 0 },
      period: '2005-2009',
      voice: 'civil_society',
    });
  });

  it('count frames only in passages about the object', () => {
    const [one] = plantedObservations([row(['NEP'], false), row(['NEP'])], [source('a.pdf')], measured, 5);
    expect(one).toMatchObject({ passages: 2, objectPassages: 1, presence: { NEP: 1 } });
  });

  it('are one a document and language, and none for a file that is not in the corpus', () => {
    const rows = [row(['NEP']), row(['PE'], true, 'pt'), { ...row(['NEP']), file: 'gone.pdf' }];
    const found = plantedObservations(rows, [source('a.pdf')], measured, 5);
    expect(found.map(({ file, language }) => [file, language])).toEqual([
      ['a.pdf', 'es'],
      ['a.pdf', 'pt'],
    ]);
  });

  it('take a part for the whole only where it covers all of it', () => {
    const [one] = plantedObservations([row(['DIL'])], [source('a.pdf')], measured, 5);
    expect(one).toMatchObject({ presence: { DIL: 1, PE: 0, ADD: 0 } });
  });
});
