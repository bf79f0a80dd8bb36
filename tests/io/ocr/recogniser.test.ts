import { afterEach, describe, expect, it } from 'vitest';
import { chooseRecogniser, openRecogniser } from '../../../src/io/ocr/recogniser.ts';
import { versionOfTesseractJs } from '../../../src/io/ocr/tesseractjs.ts';
import { InputError } from '../../../src/model/input.ts';
import { RecogniserMissing } from '../../../src/model/recognition.ts';
import { tesseract } from '../../support/requires.ts';
import { temporaryFolder } from '../../support/tiny.ts';

const path = process.env['PATH'];
afterEach(() => {
  process.env['PATH'] = path;
});

const own = { engine: 'tesseract.js', version: versionOfTesseractJs() };
const settings = { seconds: 1, lanes: () => 1, megabytes: 1024 };

describe('the engine of a run', () => {
  it('is the bundled one where the system has none, and an error where that was asked for', () => {
    process.env['PATH'] = temporaryFolder();
    expect(chooseRecogniser({ engine: 'auto' })).toEqual(own);
    expect(() => chooseRecogniser({ engine: 'tesseract' })).toThrow(InputError);
    expect(() => chooseRecogniser({ engine: 'tesseract' })).toThrow(/no tesseract on PATH: install them, or/);
  });

  it.skipIf(tesseract === null)('is the one of the system where that is whole', () => {
    expect(chooseRecogniser({ engine: 'auto' })).toEqual({ engine: 'tesseract', version: tesseract });
  });

  it('is the bundled one on a fleet, which is the same on every host', () => {
    expect(chooseRecogniser({ engine: 'auto' }, { fleet: true })).toEqual(own);
  });

  it('may be none', () => {
    expect(chooseRecogniser({ engine: 'off' })).toEqual({ engine: 'off', version: '' });
    expect(() => openRecogniser({ engine: 'off', version: '' }, settings)).toThrow(RecogniserMissing);
  });

  it('is refused where it is not here, or in another version', () => {
    const other = { engine: 'tesseract.js', version: '0.0.1' } as const;
    expect(() => openRecogniser(other, settings)).toThrow(
      `expected tesseract.js 0.0.1, found ${own.version}`,
    );
    process.env['PATH'] = temporaryFolder();
    const system = { engine: 'tesseract', version: '5.3.0' } as const;
    expect(() => openRecogniser(system, settings)).toThrow('found no tesseract on PATH');
  });
});
