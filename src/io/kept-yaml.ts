import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from '../model/input.ts';
import { sha256 } from '../model/units.ts';
import { openArtefacts } from './artefacts.ts';
import { engineOf } from './engine.ts';
import { readYaml } from './yaml.ts';

/** Reads a file of YAML as `readYaml` does. */
export type YamlReading = <T>(path: string, shown: string, schema: Schema<T>) => Promise<T>;

/**
 * Reads the files of a lexicon, `readYaml` where nothing is kept. What a file says once it has been checked is kept in the
 * state of a study, by its bytes, its schema's name and this very program: to parse a lexicon takes longer than most
 * commands. Nothing is kept where there is no state.
 */
export function keptYaml(state: string, schemas: Readonly<Record<string, Schema<unknown>>>): YamlReading {
  const names = new Map(Object.entries(schemas).map(([name, schema]) => [schema, name]));
  const artefacts = openArtefacts(join(state, 'artefacts'));
  let engine: string | null = null;
  return async <T>(path: string, shown: string, schema: Schema<T>) => {
    const name = names.get(schema);
    if (name === undefined || !existsSync(state)) return readYaml(path, shown, schema);
    engine ??= engineOf(['io/yaml', 'model/lexicon', 'model/speech']).hash;
    const key = sha256(hash('sha256', `${engine}\n${name}\n${hash('sha256', readFileSync(path))}`));
    const kept = await artefacts.read('yaml', key);
    if (kept !== null) return kept as T;
    const value = await readYaml(path, shown, schema);
    // On a disk that takes nothing the next command reads the file again, as this one did.
    await artefacts.write('yaml', key, value).catch(() => undefined);
    return value;
  };
}
