import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { carriedIn } from './carried.ts';
import { code } from './code.ts';
import { type Composed, compose } from './compose.ts';
import { plan } from './plan.ts';
import { dealer, writer } from './realise.ts';
import { manifest, truth } from './tables.ts';
import { readPublishers, readTexts, type Texts } from './texts.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';
import { type Encoding, writeText } from './write-text.ts';

/** The seed of the bundled sample. */
export const sampleSeed = 20140601;

/**
 * Writes the sample's documents, manifest and truth into a corpus folder; the same seed gives the same bytes.
 * Files that the folder's `truth.csv` names from an earlier run are removed first, and no others.
 */
export async function generate(folder: string, seed = sampleSeed): Promise<void> {
  for (const file of written(folder)) rmSync(join(folder, file), { force: true });
  const publishers = readPublishers();
  const voices = { es: voiceOf('es'), pt: voiceOf('pt'), en: voiceOf('en') };
  const texts = new Map<Composed, Texts>();
  const all = plan(publishers, seed);
  const carried = carriedIn(all, publishers, seed);
  for (const planned of all) {
    const voice = voices[planned.language];
    const programmes = carried.get(planned.file) ?? [];
    const write = writer(planned, voice.texts, publishers, voice.deal, seed, programmes);
    texts.set(compose(planned, voice.texts, publishers, write, seed), voice.texts);
  }
  const encodings = encodingsOf([...texts.keys()]);
  for (const [document, voice] of texts) {
    const path = join(folder, document.planned.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await bytesOf(document, voice, encodings.get(document) ?? 'utf-8'));
  }
  writeFileSync(join(folder, 'manifest.csv'), manifest([...texts.keys()]));
  writeFileSync(join(folder, 'truth.csv'), truth([...texts.keys()]));

  function voiceOf(language: 'es' | 'pt' | 'en') {
    return { texts: readTexts(language), deal: dealer(seed, language) };
  }
}

/** Two plain texts come as they often do: one in windows-1252, one with byte order mark and CRLF. */
function encodingsOf(documents: readonly Composed[]): ReadonlyMap<Composed, Encoding> {
  const plain = documents.filter((one) => one.planned.form === 'txt');
  const old = plain.find((one) => one.planned.language === 'es');
  const marked = plain.find((one) => one.planned.language === 'pt');
  return new Map<Composed, Encoding>([
    ...(old === undefined ? [] : [[old, 'windows-1252'] as const]),
    ...(marked === undefined ? [] : [[marked, 'utf-8 with BOM and CRLF'] as const]),
  ]);
}

async function bytesOf(document: Composed, texts: Texts, encoding: Encoding): Promise<Buffer> {
  switch (document.planned.form) {
    case 'pdf':
    case 'columns':
      return writePdf(document);
    case 'docx':
      return writeDocx(document);
    case 'html':
      return writeHtml(document, texts);
    case 'txt':
      return writeText(document, encoding);
  }
}

/** Files that an earlier run wrote, as its truth names them; nothing that a person may have added. */
function written(folder: string): readonly string[] {
  try {
    const rows: readonly { readonly file?: string }[] = parse(readFileSync(join(folder, 'truth.csv')), {
      columns: true,
    });
    return [...new Set(rows.map((row) => row.file ?? ''))].filter((file) => file.startsWith('documents/'));
  } catch {
    return [];
  }
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await generate(join(root, 'corpus'));
  await code(root, join(root, 'codings'));
}
