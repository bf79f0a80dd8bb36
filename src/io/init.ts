import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../model/input.ts';
import { manifestColumns } from '../model/study.ts';
import { claimTemplate } from './claim-template.ts';
import { programFolder } from './engine.ts';
import { spoken } from './spelling.ts';
import { keyFile } from './study.ts';

/**
 * Makes an empty study and gives the paths made. Throws an InputError where a study stands already;
 * nothing that exists is overwritten.
 */
export async function createStudy(
  folder: string,
  copies: {
    readonly lexicons: boolean;
    readonly claims: boolean;
    readonly template?: boolean;
    readonly sources: boolean;
  },
): Promise<readonly string[]> {
  const root = resolve(folder);
  if (existsSync(join(root, 'study.yaml'))) {
    throw new InputError([`${folder}/study.yaml  expected no study there, got one: choose another folder`]);
  }
  const documents = join(root, 'corpus', 'documents');
  const parts = [
    {
      path: join(root, 'corpus', 'manifest.csv'),
      make: (path: string) => writeFile(path, `${manifestColumns.join(',')}\n`),
    },
    { path: documents, make: (path: string) => mkdir(path) },
    ...(['lexicons', 'claims'] as const)
      .filter((name) => copies[name])
      .map((name) => ({
        path: join(root, name),
        make: (path: string) => cp(join(programFolder(), name), path, { recursive: true }),
      })),
    ...(copies.template === true
      ? [
          {
            path: join(root, 'claims', 'my_claim.yaml'),
            make: async (path: string) => {
              await mkdir(dirname(path), { recursive: true });
              await writeFile(path, claimTemplate);
            },
          },
        ]
      : []),
    ...(copies.sources
      ? [
          {
            path: join(root, 'corpus', 'sources.csv'),
            make: (path: string) => cp(join(programFolder(), 'corpus', 'sources.csv'), path),
          },
        ]
      : []),
    {
      path: join(root, '.gitignore'),
      make: (path: string) => writeFile(path, `.titrate/\nreports/\n${keyFile}\n`),
    },
    // Last, because a folder is a study from then on.
    { path: join(root, 'study.yaml'), make: (path: string) => writeFile(path, studyText(basename(root))) },
  ].filter(({ path }) => !existsSync(path));
  await mkdir(dirname(documents), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new InputError([
      `${folder}  expected a folder that can be made, got ${error.code}: choose another`,
    ]);
  });
  for (const { path, make } of parts) await make(path);
  return parts.map(({ path }) => path);
}

function studyText(name: string): string {
  return `title: ${JSON.stringify(spoken(name) || 'Study')}

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

# Dated events to mark in time and hold courses against, fixed in advance, such as
# { id: council, date: 2009-05, name: a council is founded }. Where there are none, those of the claims are taken.
events: []

# What folders below corpus/documents and file names say of a file, beside the manifest.
folders: [voice, institution]
file_name: "{institution}_{kind}_{date}_{language}"

# What of the documents leaves the study: pseudonyms stand for private persons' names (or names: shown), and
# quotations are this long where rights are blank or restricted.
privacy: { names: pseudonyms, quote_length: 300 }

# Passwords of encrypted PDFs, by path or glob, such as "documents/*.pdf": secret
passwords: {}
`;
}
