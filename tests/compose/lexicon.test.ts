import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareLexicon } from '../../src/app/lexicon.ts';
import { lexiconOf } from '../../src/compose/lexicon.ts';
import { openStudy } from '../../src/io/study.ts';
import { tinyStudy } from '../support/tiny.ts';

/** The files of lexicons that a study keeps. */
function kept(study: string): readonly string[] {
  const place = join(study, '.titrate', 'artefacts', 'resolved');
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function withoutState(): string {
  const study = tinyStudy(2);
  rmSync(join(study, '.titrate'), { recursive: true });
  return study;
}

describe('the lexicon of a study', () => {
  it('is the same whether it was kept or is looked at anew', async () => {
    const study = withoutState();
    const place = await openStudy(study);
    const fresh = JSON.stringify(prepareLexicon(place.lexicon, place.file, place.claims));
    const now = async (isRun = false) => JSON.stringify(await lexiconOf(await openStudy(study), isRun));
    expect(await now()).toBe(fresh);
    expect(kept(study), 'a command that only reads leaves nothing').toEqual([]);

    expect(await now(true)).toBe(fresh);
    const [file = ''] = kept(study);
    expect(await now()).toBe(fresh);
    truncateSync(file, 100);
    expect(await now(), 'a file cut short is as good as none').toBe(fresh);
    expect(kept(study)).toEqual([file]);
  });

  it('is looked at anew when a word of it changes, and is never kept with a fault', async () => {
    const study = withoutState();
    cpSync('lexicons', join(study, 'lexicons'), { recursive: true });
    const path = join(study, 'lexicons', 'frontier.yaml');
    const sound = readFileSync(path, 'utf8');
    const before = await lexiconOf(await openStudy(study), true);

    mkdirSync(join(study, '.titrate'), { recursive: true });
    writeFileSync(path, sound.replace(/yes: \["[^"]*"\]/, 'yes: ["Nothing of the kind."]'));
    const faulty = async () => lexiconOf(await openStudy(study), true);
    await expect(faulty()).rejects.toThrow(/Nothing of the kind/);
    await expect(faulty(), 'the second time too').rejects.toThrow(/Nothing of the kind/);
    expect(kept(study)).toHaveLength(1);

    writeFileSync(path, sound);
    expect((await lexiconOf(await openStudy(study))).hash).toBe(before.hash);
  });
});
