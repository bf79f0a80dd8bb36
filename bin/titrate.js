#!/usr/bin/env node
// Plain JavaScript for any Node: hands over to the pinned Node, on whose Unicode tables results depend.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'cli', 'main.ts');
const entry = existsSync(source) ? source : join(root, 'dist', 'src', 'cli', 'main.js');

let node = pinnedNode();
if (node === null && existsSync(source)) {
  // `npm install -g .` links a checkout without installing what it needs.
  await import('./ready.js');
  node = pinnedNode();
}
if (node === null) {
  const remedy = existsSync(source)
    ? 'run `npm ci` in its folder'
    : 'install it again, with the install scripts of its packages allowed';
  process.stderr.write(`  titrate: expected its own Node beside it, got none: ${remedy}\n`);
  process.exit(1);
}

// Compiling its own modules takes Node as long as a short command; where the folder cannot be written it goes without.
const compiled = join(root, 'node_modules', '.cache', 'titrate');
const child = spawn(node, [entry, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compiled, ...process.env },
});
// Whoever is on this machine sees command lines, and one may hold the password of a server.
process.title = 'titrate';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal interrupts both by itself; a second interrupt would not let the first one end in order.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});

function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
