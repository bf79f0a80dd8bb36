import type { DocumentRow } from '../../../src/model/api/documents.ts';

/** Where the passages of a file about the object are listed; null where it has none, or the object is not known yet. */
export function objectPassagesAt(
  { file, objectPassages }: Pick<DocumentRow, 'file' | 'objectPassages'>,
  object: string | null,
): string | null {
  if (objectPassages === 0 || object === null) return null;
  return `/evidence?${new URLSearchParams({ by: 'document', key: file, code: object })}`;
}
