import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SetDocument, truthOfSet } from './synthetic/truth.ts';
import { MarkedDocument, readMarked, type TruthPage } from './truth.ts';
import { printedWords } from './words.ts';

/** A document with pages whose truth is known. */
export type TruthDocument = {
  readonly name: string;
  /** Path of the PDF; of a real document below the folder of real documents. */
  readonly file: string;
  /** Of the bytes in which the places were marked; null for a document that is set for this bench. */
  readonly sha256: string | null;
  /** The truth of its pages. */
  readonly truths: (bytes: Uint8Array) => Promise<readonly TruthPage[]>;
};

/** The real documents with marked pages, by name. */
export function markedDocuments(): readonly TruthDocument[] {
  const folder = join(import.meta.dirname, 'pages');
  return globSync('*.json', { cwd: folder })
    .toSorted()
    .map((file) => {
      const marked = MarkedDocument.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      return {
        name: basename(file, '.json'),
        file: marked.file,
        sha256: marked.sha256,
        async truths(bytes) {
          const words = await printedWords(
            bytes,
            marked.pages.map(({ page }) => page),
          );
          return marked.pages.map((page) => readMarked(page, words.get(page.page) ?? []));
        },
      };
    });
}

/** Where the documents lie that were set for this bench. */
export const syntheticFolder = join(import.meta.dirname, '../../tests/fixtures/extraction');

/** The documents that were set for this bench, by name. */
export function syntheticDocuments(): readonly TruthDocument[] {
  return globSync('*.json', { cwd: syntheticFolder })
    .toSorted()
    .map((file) => {
      const truth = truthOfSet(
        SetDocument.parse(JSON.parse(readFileSync(join(syntheticFolder, file), 'utf8'))),
      );
      const name = basename(file, '.json');
      return { name, file: join(syntheticFolder, `${name}.pdf`), sha256: null, truths: async () => truth };
    });
}
