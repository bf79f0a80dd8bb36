import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../model/input.ts';
import { manifestColumns } from '../model/study.ts';
import { programFolder } from './engine.ts';

/**
 * Makes an empty study and gives the paths made. Throws an InputError where a study stands already;
 * nothing that exists is overwritten.
 */
export async function createStudy(
  folder: string,
  copies: { readonly lexicons: boolean; readonly claims: boolean },
): Promise<readonly string[]> {
  const root = resolve(folder);
  if (existsSync(join(root, 'study.yaml'))) {
    throw new InputError([`${folder}/study.yaml  expected no study there, got one: choose another folder`]);
  }
  const documents = join(root, 'corpus', 'documents');
  await mkdir(documents, { recursive: true });
  const written: [string, string][] = [
    [join(root, 'study.yaml'), studyText(basename(root))],
    [join(root, 'corpus', 'manifest.csv'), `${manifestColumns.join(',')}\n`],
  ];
  for (const [path, text] of written) {
    if (!existsSync(path)) await writeFile(path, text);
  }
  const made = [...written.map(([path]) => path), documents];
  for (const name of ['lexicons', 'claims'] as const) {
    if (!copies[name] || existsSync(join(root, name))) continue;
    await cp(join(programFolder(), name), join(root, name), { recursive: true });
    made.push(join(root, name));
  }
  return made;
}

function studyText(name: string): string {
  return `title: ${JSON.stringify(name.replace(/[-_]+/g, ' '))}

# The two framings that are weighed against each other, as categories of lexicons/categories.yaml:
# the new paradigm against add-on and poverty eradication together; the companion is poverty alone.
poles: { claimed: NEP, diluted: DIL, companion: PE }

# The category whose terms mark a passage as being about the object.
object: SSE

# Whose framing is compared with whose.
contrast:
  source: [civil_society]
  policy: [regional_body]

# One name for an institution's several spellings, and its voice where the manifest leaves it out.
institutions: []

# Dated events to mark in time, such as { date: 2009-05, name: a council is founded }.
events: []

# What folders below corpus/documents and file names say of a file, beside the manifest.
folders: [voice, institution]
file_name: "{institution}_{kind}_{date}_{language}"
`;
}
