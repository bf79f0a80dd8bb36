import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { extract } from '../../src/extract/extract.ts';
import { noAct } from '../../src/model/act.ts';
import { sha256 } from '../../src/model/units.ts';
import type { Member } from '../../src/relate/member.ts';
import { sketch } from '../../src/relate/sketch.ts';
import { segment } from '../../src/segment/segment.ts';

/** Folders below the real documents, and what in them is read. */
const folders: readonly (readonly [string, RegExp])[] = [
  ['data/policy', /\.(txt|md|pdf|docx|xml)$/i],
  ['data/sse', /\.md$/],
  ['data/annotated/CSTA-APSR/coal-debate-texts', /\.txt$/],
  ['data/movement', /\.(md|html)$/],
  ['data/minutes', /\.(pdf|txt|md)$/],
];

/** Pairs of real files that hold one act in two languages, as somebody who read both says; below `data`. */
export const parallel: readonly (readonly [string, string])[] = [
  ...['2009', '2010', '2015', '2016', 'PosesionLasso'].map(
    (speech) =>
      [
        `policy/correista-discursos/Discursos/Discurso${speech}.txt`,
        `policy/correista-discursos/Discursos/Discurso${speech}Ingles.txt`,
      ] as const,
  ),
  ...pairs(['EN', 'ES', 'PT'].map((name) => `annotated/CSTA-APSR/coal-debate-texts/${name}.txt`)),
  ...pairs(
    ['cat', 'eng', 'por_BR', 'spa'].map((name) => `policy/quanteda.corpora/sources/udhr/udhr_${name}.xml`),
  ),
  ...pairs(
    ['en', 'es', 'fr'].map(
      (name) => `policy/readtext/inst/extdata/txt/EU_manifestos/EU_euro_2004_${name}_PSE.txt`,
    ),
  ),
  [
    'policy/sdg-innovation-commons/share/en/blog_food_security_in_paraguay_access_barriers_to_a_healthy_diet.md',
    'policy/sdg-innovation-commons/share/es/blog_seguridad_alimentaria_en_paraguay_barreras_en_el_acceso_a_una_dieta_saludable.md',
  ],
];

/** Reads the real documents as members of one corpus without any metadata, and tells what the sketches cost. */
export async function realMembers(real: string): Promise<{
  readonly members: readonly Member[];
  readonly seconds: { readonly read: number; readonly sketch: number };
  readonly bytes: number;
}> {
  const members: Member[] = [];
  const seconds = { read: 0, sketch: 0 };
  let bytes = 0;
  for (const path of folders.flatMap(([folder, wanted]) => filesBelow(join(real, folder), wanted))) {
    const content = readFileSync(path);
    const hash = sha256(createHash('sha256').update(content).digest('hex'));
    const start = performance.now();
    const { value } = await extract(path.endsWith('.xml') ? plainOf(content) : content, {
      file: path.replace(/\.xml$/, '.txt'),
      hash,
      characters: 50_000_000,
    });
    if (value === null) continue;
    const { passages } = segment(value, { language: null });
    const between = performance.now();
    const made = sketch(passages, noAct);
    seconds.sketch += (performance.now() - between) / 1000;
    seconds.read += (between - start) / 1000;
    bytes = Math.max(bytes, JSON.stringify(made).length);
    members.push({ ...nothing, file: relative(join(real, 'data'), path), sketch: made });
  }
  return { members, seconds, bytes };
}

/** Every two of some files. */
function pairs(files: readonly string[]): readonly (readonly [string, string])[] {
  return files.flatMap((one, at) => files.slice(at + 1).map((other) => [one, other] as const));
}

const nothing = {
  title: null,
  institution: null,
  kind: null,
  date: null,
  language: null,
  translation_of: null,
  version_of: null,
  readable: true,
} as const;

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** The declarations of human rights are XML, which is no format of a study. */
function plainOf(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content).toString('utf8');
  return Buffer.from(text.replace(/<\/\w+>/g, '\n\n').replace(/<[^>]*>/g, ''));
}
