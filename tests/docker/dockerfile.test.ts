import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../support/cli.ts';
import { freePort } from '../support/redis.ts';
import { temporaryFolder, tinyStudy } from '../support/tiny.ts';
import { imageInstructions, instructions, only, topFile } from './files.ts';

const execute = promisify(execFile);

// No container engine is at hand where the tests run: a linter reads the file, and what it says is tried out.
describe('the Dockerfile', () => {
  it('has nothing that its linter objects to', () => {
    expect(validate(topFile('Dockerfile'))).toEqual([]);
    expect(validate('FROM scratch\nHEALTHCHECK --interval=x CMD true\nEXPOSE a')).toHaveLength(2);
  });

  it('ends as somebody who is not root, without a shell, with one Node', () => {
    expect(only('FROM')).toMatch(/^gcr\.io\/distroless\/.*:nonroot$/);
    expect(only('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(imageInstructions().filter(([name]) => name === 'RUN')).toEqual([]);
    for (const name of ['ENTRYPOINT', 'CMD']) expect(Array.isArray(JSON.parse(only(name)))).toBe(true);
    const copied = imageInstructions().filter(([name, rest]) => name === 'COPY' && /\/node$/.test(rest));
    expect(copied).toEqual([['COPY', '--from=install /image/bin/node /usr/local/bin/node']]);
    const made = instructions().find(([name]) => name === 'RUN')?.[1] ?? '';
    expect(made).toContain('npm ci --omit=dev');
    expect(made).toMatch(/cp node_modules\/node\/bin\/node .* rm -rf node_modules\/node /);
  });

  it('copies what there is, and lets nothing else into the build', () => {
    const ignore = topFile('.dockerignore').split('\n');
    expect(ignore).toContain('*');
    const sources = instructions()
      .filter(([name, rest]) => name === 'COPY' && !rest.includes('--from'))
      .flatMap(([, rest]) => rest.split(' ').slice(0, -1));
    expect(sources).toContain('src');
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(ignore).toContain(`!${source}`);
    }
  });

  it('copies all that a run needs', async () => {
    const app = join(temporaryFolder(), 'app');
    mkdirSync(app);
    for (const [name, rest] of imageInstructions()) {
      if (name !== 'COPY' || rest.includes('--from')) continue;
      for (const source of rest.split(' ').slice(0, -1)) {
        cpSync(join(root, source), join(app, source), { recursive: true });
      }
    }
    symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'));
    const [, entry = ''] = JSON.parse(only('ENTRYPOINT'));
    const study = tinyStudy(4);
    const { stdout } = await execute(process.execPath, [
      entry.replace('/app', app),
      'run',
      study,
      '--workers',
      '1',
      '--quiet',
    ]);
    expect(existsSync(stdout.trim())).toBe(true);
  });

  it('calls a worker well while all of its parts answer', async () => {
    const [, command = ''] = only('HEALTHCHECK').split(' CMD ');
    const [, ...args] = JSON.parse(command);
    const port = await freePort();
    const healthy = () =>
      execute(process.execPath, args, { env: { TITRATE_METRICS_PORT: String(port) } }).then(
        () => true,
        () => false,
      );
    expect(await healthy()).toBe(false);
    for (const part of [0, 1, 2]) {
      const server = createServer((request, response) => {
        response.writeHead(request.url === '/health' ? 200 : 404).end();
      });
      await new Promise<void>((resolve) => server.listen(port + part, '127.0.0.1', resolve));
      onTestFinished(() => server.closeAllConnections());
      onTestFinished(() => void server.close());
      expect(await healthy()).toBe(part === 2);
    }
  });
});
