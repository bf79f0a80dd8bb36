import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MarkedDocument, readMarked, type TruthPage } from './truth.ts';
import { printedWords } from './words.ts';

/** A document with pages whose truth is known. */
export type TruthDocument = {
  readonly name: string;
  /** Path of the PDF: for a real document below the folder of real documents. */
  readonly file: string;
  readonly sha256: string;
  /** The truth of its pages, read in the places marked on them. */
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
