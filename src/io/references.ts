import { distinct } from '../model/same.ts';
import type { Entry } from './identity.ts';

const columns = ['translation_of', 'version_of'] as const;

/**
 * Says in one way which file a row means where it names the original of a translation or version: by its path as the
 * corpus has it. A row may name it by its path (relative to the manifest or to the documents folder), by its name
 * where only one file has it, or by its document id; `distinct` stays as it is. What names no other file is left
 * empty and told as a Problem.
 */
export function resolveReferences(entries: readonly Entry[]): readonly Entry[] {
  const named = new Map<string, Set<string>>();
  const name = (key: string, file: string) => named.set(key, (named.get(key) ?? new Set()).add(file));
  for (const { source } of entries) {
    const parts = source.file.split('/');
    // Every ending of its path, of which the whole one goes before all.
    for (let at = 1; at < parts.length; at++) name(parts.slice(at).join('/').normalize('NFC'), source.file);
    if (source.document !== null && source.document !== undefined) name(source.document, source.file);
  }
  const whole = new Map(entries.map(({ source }) => [source.file.normalize('NFC'), source.file]));

  return entries.map((entry) => {
    const { file } = entry.source;
    let { source, problems } = entry;
    for (const column of columns) {
      const found = source[column];
      if (found === null || found === distinct) continue;
      const key = found.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
      const meant = whole.has(key) ? [whole.get(key) ?? file] : [...(named.get(key) ?? [])];
      const [target = null] = meant;
      const fault =
        target === null ? 'unknown' : meant.length > 1 ? 'ambiguous' : target === file ? 'itself' : null;
      source = { ...source, [column]: fault === null ? target : null };
      if (fault === null) continue;
      problems = [...problems, { code: 'reference_unknown', file, column, found, fault }];
    }
    return { ...entry, source, problems };
  });
}
