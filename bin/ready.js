// Plain JavaScript for any Node: installs what the lock file lists, where that has not been done.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const mark = join(root, 'node_modules', '.titrate-ready');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  process.stderr.write('installing what package-lock.json lists, once\n');
  // npm itself runs on this machine's Node, whose age matters to nothing that we run.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  writeFileSync(mark, lock);
}
