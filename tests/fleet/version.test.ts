import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ownVersion } from '../../src/io/version.ts';
import { join as joinFleet, members } from '../../src/queue/redis/fleet.ts';
import { root as checkout, titrate } from '../support/cli.ts';
import { redisServer, startRedis } from '../support/redis.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import { startHost } from './host.ts';

describe.skipIf(redisServer === null)('a fleet of another version', () => {
  let url = '';
  beforeAll(async () => {
    const redis = await startRedis();
    url = redis.url;
    const member = { id: 'a', role: 'ingest', host: 'elsewhere', pid: 1, ...ownVersion() } as const;
    const membership = await joinFleet(url, member);
    return async () => {
      await membership.leave();
      await redis.stop();
    };
  });

  it('refuses a worker whose sources differ in one file, and is itself left alone', async () => {
    const shared = temporaryFolder();
    const copy = join(shared, 'copy');
    for (const part of ['src', 'workers', 'lexicons', 'claims', 'package.json']) {
      cpSync(join(checkout, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
    const changed = join(copy, 'src', 'tag', 'tag.ts');
    writeFileSync(changed, `${readFileSync(changed, 'utf8')}\n// Changed.\n`);
    const stranger = startHost({ url, root: shared, program: join(copy, 'src', 'cli', 'main.ts') });
    onTestFinished(() => stranger.stop());
    expect(await stranger.ended).toBe(2);
    expect(stranger.said()).toMatch(
      /expected a fleet of this version .*install the same version on every host/,
    );
    expect((await members(url)).map(({ id }) => id)).toEqual(['a']);
  });

  it('refuses a run as well', async () => {
    const shared = temporaryFolder();
    put(shared, { 'study/uno.txt': 'Las cooperativas.' });
    const membership = await joinFleet(url, {
      id: 'b',
      role: 'ingest',
      host: 'elsewhere',
      pid: 2,
      version: '9.9.9',
      fingerprint: 'f'.repeat(64),
    });
    onTestFinished(() => membership.leave());
    const { code, stderr } = await titrate(['run', join(shared, 'study'), '--redis', url, '--root', shared]);
    expect(code).toBe(2);
    expect(stderr).toContain('version 9.9.9 (ffffffffffff), one on elsewhere');
  });
});
