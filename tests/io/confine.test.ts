import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belowRoot, confine } from '../../src/io/confine.ts';
import { InputError } from '../../src/model/input.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

function world(): { root: string; outside: string } {
  const folder = realpathSync(temporaryFolder());
  const root = join(folder, 'root');
  put(folder, { 'root/in/a.txt': 'a', 'secret.txt': 'secret', 'root-too/b.txt': 'b' });
  symlinkSync(join(root, 'in'), join(root, 'inner'));
  symlinkSync(join(folder, 'secret.txt'), join(root, 'in', 'leak.txt'));
  symlinkSync(folder, join(root, 'up'));
  symlinkSync(join(folder, 'gone'), join(root, 'dangling'));
  return { root, outside: join(folder, 'secret.txt') };
}

describe('a path from elsewhere', () => {
  it('is followed below the root, through links that stay there, and to what is not there yet', async () => {
    const { root } = world();
    expect(await confine(root, 'in/a.txt')).toBe(join(root, 'in', 'a.txt'));
    expect(await confine(root, 'inner/a.txt')).toBe(join(root, 'in', 'a.txt'));
    expect(await confine(root, 'in/new/folder')).toBe(join(root, 'in', 'new', 'folder'));
    expect(await confine(root, '.')).toBe(root);
  });

  it.each([
    '../secret.txt',
    'in/../../secret.txt',
    'in/leak.txt',
    'up/secret.txt',
    'up/root-too/b.txt',
    'up/new',
    '../root-too/b.txt',
    'in/./../../root-too',
  ])('is refused where it leads out: %s', async (path) => {
    await expect(confine(world().root, path)).rejects.toThrow(/below the shared root/);
  });

  it('is refused where it is absolute, even below the root', async () => {
    const { root, outside } = world();
    await expect(confine(root, outside)).rejects.toThrow(/below the shared root/);
    await expect(confine(root, join(root, 'in', 'a.txt'))).rejects.toThrow(/below the shared root/);
  });

  it('is refused where a link to nothing would be made into something', async () => {
    const { root } = world();
    for (const path of ['dangling', 'dangling/new', 'in/../dangling/a/b']) {
      await expect(confine(root, path)).rejects.toThrow(/below the shared root/);
    }
  });

  it('never leads out, whatever it is', async () => {
    const { root } = world();
    const step = fc.constantFrom('..', '.', 'in', 'up', 'inner', 'leak.txt', 'new', '', 'dangling', '...');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        const found = await confine(root, steps.join('/')).catch(() => root);
        expect(found === root || found.startsWith(`${root}/`)).toBe(true);
      }),
    );
  });
});

describe('a path for other hosts', () => {
  it('is the way from the root', () => {
    const { root } = world();
    mkdirSync(join(root, '..name'));
    expect(belowRoot(root, join(root, 'in', 'a.txt'))).toBe('in/a.txt');
    expect(belowRoot(root, join(root, '..name', 'x'))).toBe('..name/x');
    expect(belowRoot('/', '/srv/study')).toBe('srv/study');
  });

  it('is refused where it lies elsewhere, and says so to a person', () => {
    const { root, outside } = world();
    expect(() => belowRoot(root, outside)).toThrow(InputError);
    expect(() => belowRoot(root, root)).toThrow(/move it there or name another --root/);
    expect(() => belowRoot(root, `${root}-too`)).toThrow(InputError);
  });
});
