import { InputError } from '../../model/input.ts';
import { type Recogniser, type RecogniserChoice, RecogniserMissing } from '../../model/recognition.ts';
import type { OcrSettings } from '../../model/study.ts';
import { openTesseract, type RecogniserSettings, versionOfTesseract } from './tesseract.ts';
import { openTesseractJs, versionOfTesseractJs } from './tesseractjs.ts';

/**
 * Fixes the engine of a run. `auto` takes the system's Tesseract where it is whole, and the bundled one elsewhere; on
 * a fleet always the bundled one, which is the same on every host. Throws an InputError where the one that the study
 * asks for is not on this machine.
 */
export function chooseRecogniser(
  { engine }: Pick<OcrSettings, 'engine'>,
  { fleet = false }: { readonly fleet?: boolean | undefined } = {},
): RecogniserChoice {
  if (engine === 'off') return { engine, version: '' };
  const own = (): RecogniserChoice => ({ engine: 'tesseract.js', version: versionOfTesseractJs() });
  if (engine === 'tesseract.js' || (engine === 'auto' && fleet)) return own();
  const system = versionOfTesseract();
  if ('version' in system) return { engine: 'tesseract', version: system.version };
  if (engine === 'auto') return own();
  throw new InputError([
    `study.yaml  settings.ocr.engine: expected \`tesseract\` on this machine with the languages eng, por and spa, got ${system.lacks}: install them, or write tesseract.js`,
  ]);
}

/**
 * What a sealed process must reach for reading by the engine that a study asks for: the system's Tesseract is a program
 * with data of its own, the bundled one lies with this program.
 */
export function reachOfRecogniser({ engine }: Pick<OcrSettings, 'engine'>): {
  readonly read: readonly string[];
  readonly programs: boolean;
} {
  const system = engine === 'auto' || engine === 'tesseract' ? versionOfTesseract() : null;
  return system !== null && 'version' in system
    ? { read: [system.folder], programs: true }
    : { read: [], programs: false };
}

/**
 * Opens the engine that a run was started with. Throws a RecogniserMissing where this machine has another version of
 * it, or none: the same run must not be read by two.
 */
export function openRecogniser(
  choice: RecogniserChoice,
  settings: RecogniserSettings & { readonly megabytes: number },
): Recogniser {
  if (choice.engine === 'off') throw new RecogniserMissing(choice, 'that no engine may be used');
  if (choice.engine === 'tesseract.js') {
    const version = versionOfTesseractJs();
    if (version !== choice.version) throw new RecogniserMissing(choice, version);
    return openTesseractJs(settings);
  }
  const found = versionOfTesseract();
  if (!('version' in found)) throw new RecogniserMissing(choice, found.lacks);
  if (found.version !== choice.version) throw new RecogniserMissing(choice, found.version);
  return openTesseract(settings);
}
