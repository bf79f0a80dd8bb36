import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptYaml } from '../../src/io/kept-yaml.ts';
import { openStudy } from '../../src/io/study.ts';
import { readYaml } from '../../src/io/yaml.ts';
import { CategoryMap, Theme } from '../../src/model/lexicon.ts';
import { Speech } from '../../src/model/speech.ts';
import { put, temporaryFolder, tinyStudy } from '../support/tiny.ts';

const schemas = { theme: Theme, categories: CategoryMap, speech: Speech };

function kept(state: string): number {
  const place = join(state, 'artefacts', 'yaml');
  if (!existsSync(place)) return 0;
  return readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
}

describe('YAML of a lexicon that is kept', () => {
  it('says what the files say, the first time and after', async () => {
    const state = temporaryFolder();
    const read = keptYaml(state, schemas);
    const files = readdirSync('lexicons').filter((name) => name.endsWith('.yaml'));
    for (const _ of [1, 2]) {
      for (const name of files) {
        const schema = name === 'categories.yaml' ? CategoryMap : name === 'speech.yaml' ? Speech : Theme;
        const path = join('lexicons', name);
        const said = await read<unknown>(path, name, schema);
        expect(JSON.stringify(said)).toBe(JSON.stringify(await readYaml<unknown>(path, name, schema)));
      }
      expect(kept(state)).toBe(files.length);
    }
  });

  it('is read again when a byte changes, is never kept with a fault, and not taken for something else', async () => {
    const state = temporaryFolder();
    const folder = temporaryFolder();
    const path = join(folder, 'a.yaml');
    const read = keptYaml(state, schemas);
    put(folder, { 'a.yaml': 'NEP: { label: New, definition: said anew, from: [a/b] }\n' });
    const first = await read(path, 'a.yaml', CategoryMap);
    expect(await read(path, 'a.yaml', CategoryMap)).toEqual(first);
    await expect(read(path, 'a.yaml', Theme)).rejects.toThrow(/a\.yaml:1/);
    writeFileSync(path, readFileSync(path, 'utf8').replace('New', 'Newer'));
    expect(await read(path, 'a.yaml', CategoryMap)).not.toEqual(first);
    expect(kept(state)).toBe(2);
    writeFileSync(path, 'NEP: [');
    for (const _ of [1, 2]) await expect(read(path, 'a.yaml', CategoryMap)).rejects.toThrow(/expected YAML/);
    expect(kept(state)).toBe(2);
  });

  it('leaves nothing in a study that has no state yet', async () => {
    const study = tinyStudy(2);
    rmSync(join(study, '.titrate'), { recursive: true });
    const { state } = await openStudy(study);
    expect(existsSync(state)).toBe(false);
    mkdirSync(state);
    await openStudy(study);
    expect(kept(state)).toBeGreaterThan(3);
  });
});
