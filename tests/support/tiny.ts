import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { main } from './cli.ts';

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Writes files below a folder, making folders as needed. */
export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const paradigm =
  'La economía solidaria es una alternativa al capitalismo: otra economía es posible, con reciprocidad y autogestión frente al modelo neoliberal.';
const poverty =
  'Las cooperativas permiten la erradicación de la pobreza y la inclusión social de las familias en situación de vulnerabilidad de la región.';
const neutral =
  'La reunión de las cooperativas aprobó el acta de la sesión anterior y fijó la fecha de la próxima en la ciudad sede.';

/** A study of a few invented texts: movements mostly speak of a paradigm, bodies mostly of poverty. */
export function tinyStudy(documents = 12): string {
  const folder = join(temporaryFolder(), 'tiny-study');
  const files: Record<string, string> = { 'study.yaml': 'title: Tiny study of invented texts\n' };
  const rows = ['file,title,institution,voice,kind,date,language'];
  for (let number = 0; number < documents; number++) {
    const movement = number % 2 === 0;
    const file = `documents/${movement ? 'red' : 'consejo'}-${String(number).padStart(2, '0')}.txt`;
    const institution = `${movement ? 'Red' : 'Consejo'} ${1 + ((number % 4) >> 1)}`;
    const share = movement ? [paradigm, paradigm, paradigm, poverty] : [poverty, poverty, poverty, paradigm];
    const paragraphs = [...share, ...share.slice(0, 2 + (number % 3)), neutral];
    files[`corpus/${file}`] = paragraphs
      .map((text, place) => `${place + 1}. ${text} Documento ${number}.`)
      .join('\n\n');
    rows.push(
      `${file},Texto ${number},${institution},${movement ? 'civil_society' : 'regional_body'},declaration,${2010 + (number % 4)}-05,es`,
    );
  }
  files['corpus/manifest.csv'] = `${rows.join('\n')}\n`;
  put(folder, files);
  withLexicon(folder);
  return folder;
}

/**
 * Gives a study what the program keeps of its own lexicon, made once for all files of tests: hundreds of commands would each
 * look at every sentence of it. That a study begins without is shown by `tests/sample` and `tests/compose`.
 */
export function withLexicon(study: string): void {
  cpSync(keptLexicon(), join(study, '.titrate', 'artefacts'), { recursive: true });
}

function keptLexicon(): string {
  const kept = join(inject('shared'), 'artefacts');
  if (existsSync(kept)) return kept;
  const study = mkdtempSync(join(inject('shared'), 'study-'));
  put(study, { 'study.yaml': 'title: Kept\n', 'documents/a.txt': 'A text.', '.titrate/.keep': '' });
  const ended = spawnSync(process.execPath, [main, 'check', study], { encoding: 'utf8' });
  const made = join(study, '.titrate', 'artefacts');
  if (!existsSync(made)) throw new Error(`expected the lexicon to be kept, got ${ended.stderr}`);
  try {
    renameSync(made, kept);
  } catch {
    // Another file of tests was first, with the same.
  }
  return kept;
}

/** Every table of the newest report of a study, by name. */
export function tables(study: string, output = join(study, 'reports')): Record<string, string> {
  const newest = readdirSync(output)
    .filter((name) => !name.startsWith('.') && name !== 'README.md')
    .toSorted()
    .at(-1);
  if (newest === undefined) throw new Error(`Expected a report below ${output}, got none`);
  const folder = join(output, newest, 'tables');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
